package io.tummler.matching.answerers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tummler.matching.answerers.Episode.Asked;
import io.tummler.matching.answerers.Episode.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads transcripts, questions and who answered them: JSON lines, zipped when the name ends in {@code .gz}. A message
 * has {@code id}, {@code ts}, {@code channel}, {@code author} and {@code text}; {@code reply_to}, {@code thread},
 * {@code thread_title}, {@code mentions} and {@code bot} may be missing or null.
 */
final class Transcripts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MENTION = Pattern.compile("@([\\p{L}\\p{N}_\\-.:]+)");
    private static final Pattern TAIL = Pattern.compile("[.:-]+$");

    private Transcripts() {}

    /** In the order of the file; a time that runs back counts as the latest before. */
    static List<Line> lines(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<String, String> authors = new HashMap<>();
        Instant latest = Instant.MIN;
        for (JsonNode node : nodes(file)) {
            String id = node.get("id").asText();
            Instant at = Instant.parse(node.get("ts").asText());
            if (at.isAfter(latest)) latest = at;
            Optional<String> repliedTo = text(node, "reply_to").map(authors::get);
            String author = node.get("author").asText();
            boolean bot = node.path("bot").asBoolean(false);
            if (!bot) authors.put(id, author);
            List<String> mentioned = new ArrayList<>();
            node.path("mentions").forEach(mention -> mentioned.add(mention.asText()));
            var heard = new Heard(
                    author,
                    node.path("channel").asText(""),
                    text(node, "thread"),
                    latest,
                    node.get("text").asText(),
                    text(node, "thread_title"),
                    mentioned,
                    repliedTo);
            lines.add(new Line(id, lines.size(), bot, heard));
        }
        return lines;
    }

    /** By the ids of the messages that ask, in the order of the file. */
    static Map<String, Asked> questions(Path queries, Path truth) throws IOException {
        Map<String, JsonNode> answers = new HashMap<>();
        for (JsonNode node : nodes(truth)) answers.put(node.get("qid").asText(), node);
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (JsonNode node : nodes(queries)) {
            String id = node.get("qid").asText();
            JsonNode answer = answers.get(id);
            if (answer == null) throw new IOException(truth + " has no line for the question " + id + ".");
            List<String> who = new ArrayList<>();
            answer.get("truth").forEach(author -> who.add(author.asText()));
            String text = node.get("text").asText();
            var question = new Question(
                    node.get("asker").asText(),
                    node.path("channel").asText(""),
                    Instant.parse(node.get("ts").asText()),
                    text,
                    text(node, "title"),
                    mentioned(text));
            asked.put(id, new Asked(id, question, who, text(answer, "first")));
        }
        return asked;
    }

    /** Whom a text names with an @. */
    static List<String> mentioned(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> TAIL.matcher(found.group(1)).replaceAll(""))
                .distinct()
                .toList();
    }

    private static List<JsonNode> nodes(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine())
                if (!line.isBlank()) nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }
}
