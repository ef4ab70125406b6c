package io.tummler.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tummler.api.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What DiscordChatExporter writes for one channel: an object with {@code guild}, {@code channel} and {@code messages}, in
 * this order. Only what is needed of a message is kept; what follows a place where the JSON itself is broken is lost.
 */
final class DiscordExport implements Transcript.Form {
    private static final JsonFactory JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Transcript.LENGTH_MAX)
                            .build())
                    .build())
            .build()
            .getFactory();
    private static final Set<String> NEEDED =
            Set.of("id", "type", "timestamp", "content", "author", "mentions", "reference");
    /** Of the types of messages, those that people write; all others are notices of Discord's or answers of bots. */
    private static final Set<String> WRITTEN = Set.of("Default", "Reply");

    private final JsonParser json;
    private final Fields fields;
    private String channel = "";
    private String channelId = "";
    private String place = "";
    private boolean begun;
    private boolean ended;

    DiscordExport(InputStream in, Fields fields) throws IOException {
        this.json = JSON.createParser(in);
        this.fields = fields;
    }

    /** Whether the first thing in it is an object whose first key is one of an export's, with an export's kind of value. */
    static boolean beginsWith(byte[] head) {
        try (JsonParser json = JSON.createParser(head)) {
            if (json.nextToken() != JsonToken.START_OBJECT) return false;
            return switch (json.nextFieldName()) {
                case "guild", "channel" -> json.nextToken() == JsonToken.START_OBJECT;
                case "messages" -> json.nextToken() == JsonToken.START_ARRAY;
                case null, default -> false;
            };
        } catch (IOException notJson) {
            return false;
        }
    }

    @Override
    public Optional<Transcript.Entry> next() throws IOException {
        if (ended) return Optional.empty();
        try {
            if (!begun && !begin()) return end("there is no list of messages");
            JsonToken token = json.nextToken();
            if (token == JsonToken.END_ARRAY) {
                ended = true;
                return Optional.empty();
            }
            return Optional.of(entry(token));
        } catch (Fields.Malformed wrong) {
            return end(String.valueOf(wrong.getMessage()));
        } catch (StreamConstraintsException tooMuch) {
            return end("holds a text of more than " + Transcript.LENGTH_MAX + " characters; the rest can't be read");
        } catch (JsonProcessingException notJson) {
            return end("is not valid JSON; the rest can't be read");
        }
    }

    /** Goes to the first message. */
    private boolean begin() throws IOException, Fields.Malformed {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("channel") && value == JsonToken.START_OBJECT) take(json.readValueAsTree());
            else if (name.equals("messages") && value == JsonToken.START_ARRAY) {
                if (place.isEmpty()) throw new Fields.Malformed("the channel must stand before its messages");
                begun = true;
                return true;
            } else json.skipChildren();
        }
        return false;
    }

    private void take(JsonNode described) throws Fields.Malformed {
        place = fields.key(described, "id");
        String name = fields.name(described, "name");
        // Of a thread, the export's category is the channel that it hangs below.
        boolean thread = fields.optionalText(described, "type").orElse("").endsWith("Thread");
        channel = thread ? fields.optionalText(described, "category").orElse(name) : name;
        channelId = thread ? fields.optionalText(described, "categoryId").orElse(place) : place;
    }

    private Transcript.Entry entry(JsonToken token) throws IOException {
        String where = position(json.currentTokenLocation());
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new Transcript.Broken(where, "is not a message");
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (NEEDED.contains(name)) message.set(name, json.readValueAsTree());
            else json.skipChildren();
        }
        try {
            return line(message);
        } catch (Fields.Malformed wrong) {
            return new Transcript.Broken(where, String.valueOf(wrong.getMessage()));
        }
    }

    private Line line(JsonNode message) throws Fields.Malformed {
        JsonNode author = fields.object(message, "author");
        String type = fields.text(message, "type");
        // A forwarded message bears a reference too, but answers nobody.
        Optional<String> replyTo =
                type.equals("Reply") && message.path("reference").isObject()
                        ? fields.optionalText(message.path("reference"), "messageId")
                        : Optional.empty();
        List<Line.Person> mentions = new ArrayList<>();
        for (JsonNode mention : fields.list(message, "mentions")) mentions.add(person(mention));
        return new Line(
                fields.key(message, "id"),
                fields.time(message, "timestamp"),
                channel,
                channelId,
                place,
                person(author),
                fields.text(message, "content"),
                mentions,
                replyTo,
                roles(author),
                fields.flag(author, "isBot") || !WRITTEN.contains(type));
    }

    /** Older exports have none. */
    private Optional<Set<Role>> roles(JsonNode of) throws Fields.Malformed {
        JsonNode list = fields.list(of, "roles");
        if (!list.isArray()) return Optional.empty();
        Set<Role> roles = new HashSet<>();
        for (JsonNode role : list) roles.add(new Role(fields.key(role, "id"), fields.text(role, "name")));
        return Optional.of(roles);
    }

    private Line.Person person(JsonNode of) throws Fields.Malformed {
        String name = fields.text(of, "name");
        return new Line.Person(
                fields.key(of, "id"),
                fields.optionalText(of, "nickname")
                        .filter(nick -> !nick.isBlank())
                        .orElse(name));
    }

    private Optional<Transcript.Entry> end(String what) {
        ended = true;
        return Optional.of(new Transcript.Broken(position(), what));
    }

    @Override
    public String position() {
        return position(json.currentLocation());
    }

    private static String position(JsonLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
