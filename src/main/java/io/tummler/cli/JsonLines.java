package io.tummler.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tummler.api.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One JSON object a line: {@code id, ts, channel, author, text}, and where known {@code reply_to, thread, mentions, roles,
 * bot}.
 * A broken line is an entry of its own; the next line is read as if it had not been.
 */
final class JsonLines implements Transcript.Form {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final Fields fields;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;

    JsonLines(InputStream in, Fields fields) {
        this.in = in;
        this.fields = fields;
    }

    /** Whether one of the first lines could be an object; each may be broken. */
    static boolean beginsWith(byte[] head) {
        return new String(head, StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.stripLeading().startsWith("{") || line.startsWith(BYTE_ORDER_MARK + "{"));
    }

    @Override
    public Optional<Transcript.Entry> next() throws IOException {
        while (true) {
            number++;
            bytes.reset();
            int read = in.read();
            if (read < 0) return Optional.empty();
            long length = 0;
            for (; read >= 0 && read != '\n'; read = in.read())
                if (++length <= Transcript.LENGTH_MAX) bytes.write(read);
            if (length > Transcript.LENGTH_MAX) return broken("is longer than " + Transcript.LENGTH_MAX + " bytes");
            Optional<Transcript.Entry> entry = entry();
            if (entry.isPresent()) return entry;
        }
    }

    /** Nothing for a blank line. */
    private Optional<Transcript.Entry> entry() throws IOException {
        String line;
        try {
            line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notText) {
            return broken("is not valid UTF-8");
        }
        if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) line = line.substring(1);
        if (line.isBlank()) return Optional.empty();
        try {
            JsonNode message = JSON.readTree(line);
            if (!message.isObject()) return broken("is not a JSON object");
            return Optional.of(line(message));
        } catch (JsonEOFException cut) {
            return broken("ends in the middle of its JSON");
        } catch (JsonProcessingException notJson) {
            return broken(
                    "is not valid JSON from column " + notJson.getLocation().getColumnNr() + " on");
        } catch (Fields.Malformed wrong) {
            return broken(String.valueOf(wrong.getMessage()));
        }
    }

    private Line line(JsonNode message) throws Fields.Malformed {
        String channel = fields.name(message, "channel");
        return new Line(
                fields.key(message, "id"),
                fields.time(message, "ts"),
                channel,
                channel,
                fields.optionalText(message, "thread").orElse(channel),
                person(fields.key(message, "author")),
                fields.text(message, "text"),
                mentions(message),
                fields.optionalText(message, "reply_to"),
                roles(message),
                fields.flag(message, "bot"));
    }

    private List<Line.Person> mentions(JsonNode message) throws Fields.Malformed {
        return strings(message, "mentions").stream().map(JsonLines::person).toList();
    }

    /** By their names alone. */
    private Optional<Set<Role>> roles(JsonNode message) throws Fields.Malformed {
        if (!fields.list(message, "roles").isArray()) return Optional.empty();
        return Optional.of(strings(message, "roles").stream()
                .map(name -> new Role(name, name))
                .collect(Collectors.toSet()));
    }

    private List<String> strings(JsonNode message, String name) throws Fields.Malformed {
        List<String> strings = new ArrayList<>();
        for (JsonNode one : fields.list(message, name)) {
            if (!one.isTextual()) throw new Fields.Malformed(name + " must be strings");
            strings.add(one.textValue());
        }
        return strings;
    }

    private static Line.Person person(String name) {
        return new Line.Person(name, name);
    }

    private Optional<Transcript.Entry> broken(String what) {
        return Optional.of(new Transcript.Broken(position(), what));
    }

    @Override
    public String position() {
        return "line " + number;
    }
}
