package io.tummler.chat.sandbox;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An API as OpenAPI 3.1 describes it, and what an exchange has against that. */
final class OpenApi {
    /**
     * What an exchange has against the description.
     *
     * @param part such as {@code request body} or {@code answer 200}
     * @param pointer where in it, as a JSON pointer
     * @param keyword of JSON Schema that it breaks
     */
    record Complaint(Operation operation, String part, String pointer, String keyword, String message) {
        boolean isOfRequest() {
            return !part.startsWith("answer");
        }

        boolean isAround(Complaint other) {
            return part.equals(other.part) && other.pointer.startsWith(pointer + "/");
        }

        @Override
        public String toString() {
            return "%s %s, %s, %s: %s"
                    .formatted(operation.method, operation.path, part, pointer.isEmpty() ? "/" : pointer, message);
        }
    }

    /**
     * @param path as the description has it, such as {@code /channels/{channel_id}}
     */
    record Operation(String method, String path) {
        private boolean takes(String method, List<String> steps) {
            List<String> mine = steps(path);
            if (!this.method.equals(method) || mine.size() != steps.size()) return false;
            for (int i = 0; i < mine.size(); i++)
                if (!isVariable(mine.get(i)) && !mine.get(i).equals(steps.get(i))) return false;
            return true;
        }

        private long variables() {
            return steps(path).stream().filter(Operation::isVariable).count();
        }

        private static boolean isVariable(String step) {
            return step.startsWith("{");
        }
    }

    private static final String ID = "urn:described";
    private static final String JSON = "application/json";
    private static final String SEVERAL_PARTS = "multipart/form-data";
    private static final int SERVER_ERROR = 500;
    private static final int MESSAGE_MAX = 400;

    private final JsonObject described;
    private final List<Operation> operations = new ArrayList<>();
    private final Schema whole;
    private final Map<List<String>, Schema> schemas = new ConcurrentHashMap<>();

    OpenApi(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        described = new JsonObject(text);
        described
                .getJsonObject("paths")
                .forEach(path -> ((JsonObject) path.getValue())
                        .fieldNames().stream()
                                .filter(it -> !it.equals("parameters"))
                                .forEach(method ->
                                        operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()))));
        operations.sort(Comparator.comparing(Operation::variables));
        // Around the schemas stands what is no schema: the paths, say.
        Dialect dialect = Dialect.builder(Dialects.getOpenApi31())
                .unknownKeywordFactory((word, _) -> new NonValidationKeyword(word))
                .build();
        whole = SchemaRegistry.withDialect(
                        dialect,
                        with -> with.schemas(Map.of(ID, text))
                                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build()))
                .getSchema(SchemaLocation.of(ID));
    }

    List<Complaint> complaints(Witness.Exchange exchange) {
        List<String> steps = steps(exchange.path());
        Optional<Operation> found = operations.stream()
                .filter(it -> it.takes(exchange.method(), steps))
                .findFirst();
        if (found.isEmpty()) {
            var unknown = new Operation(exchange.method(), exchange.path());
            return List.of(new Complaint(unknown, "request", "", "paths", "there is no such operation"));
        }
        return new Judgement(found.get(), exchange).complaints();
    }

    /** One exchange before the description of its operation. */
    private final class Judgement {
        private final Operation operation;
        private final Witness.Exchange exchange;
        private final List<String> at;
        private final List<Complaint> complaints = new ArrayList<>();

        Judgement(Operation operation, Witness.Exchange exchange) {
            this.operation = operation;
            this.exchange = exchange;
            at = List.of("paths", operation.path, operation.method.toLowerCase(Locale.ROOT));
        }

        List<Complaint> complaints() {
            parameters();
            requestBody();
            answer();
            return complaints;
        }

        private void parameters() {
            Map<String, List<String>> query = query(exchange.query());
            List<List<String>> all = Stream.of(add(at.subList(0, 2), "parameters"), add(at, "parameters"))
                    .flatMap(where -> elements(where).stream())
                    .toList();
            List<String> known = new ArrayList<>();
            for (List<String> where : all) {
                JsonObject parameter = (JsonObject) node(where);
                String name = parameter.getString("name");
                List<String> schema = add(where, "schema");
                if (parameter.getString("in").equals("path")) {
                    int step = steps(operation.path).indexOf("{" + name + "}");
                    checkText(
                            "path parameter " + name,
                            schema,
                            steps(exchange.path()).get(step));
                } else if (parameter.getString("in").equals("query")) {
                    known.add(name);
                    checkQuery(
                            name, schema, query.getOrDefault(name, List.of()), parameter.getBoolean("required", false));
                }
            }
            query.keySet().stream()
                    .filter(it -> !known.contains(it))
                    .forEach(it -> complain("query parameter " + it, "", "parameters", "is not described"));
        }

        private void checkQuery(String name, List<String> schema, List<String> given, boolean required) {
            if (given.isEmpty() && required) complain("query parameter " + name, "", "required", "is missing");
            if (given.size() == 1) checkText("query parameter " + name, schema, given.getFirst());
            if (given.size() > 1) check("query parameter " + name, schema, new JsonArray(given).encode());
        }

        /** A parameter is text on its way, whatever it means: it is right if any reading of it is. */
        private void checkText(String part, List<String> schema, String text) {
            String quoted = new JsonArray().add(text).encode();
            List<String> readings = new ArrayList<>(List.of(quoted.substring(1, quoted.length() - 1), quoted));
            if (text.matches("true|false|-?(0|[1-9]\\d{0,18})")) readings.add(text);
            if (readings.stream()
                    .noneMatch(
                            it -> schema(schema).validate(it, InputFormat.JSON).isEmpty()))
                check(part, schema, readings.getFirst());
        }

        private void requestBody() {
            if (!(node(add(at, "requestBody")) instanceof JsonObject wanted)) {
                if (!exchange.body().isEmpty()) complain("request body", "", "requestBody", "is not described");
                return;
            }
            if (exchange.body().isEmpty()) {
                if (wanted.getBoolean("required", false)
                        && !exchange.contentType().startsWith(SEVERAL_PARTS))
                    complain("request body", "", "required", "is missing");
                return;
            }
            String type = exchange.contentType().startsWith(SEVERAL_PARTS) ? SEVERAL_PARTS : JSON;
            if (!exchange.contentType().startsWith(type)
                    || !wanted.getJsonObject("content").containsKey(type))
                complain("request body", "", "content", "is not described as " + exchange.contentType());
            else check("request body", add(at, "requestBody", "content", type, "schema"), exchange.body());
        }

        /** Discord describes no error of its own machines, and a lost answer is none. */
        private void answer() {
            if (exchange.status() == 0 || exchange.status() >= SERVER_ERROR) return;
            String part = "answer " + exchange.status();
            JsonObject answers = (JsonObject) node(add(at, "responses"));
            String status = Integer.toString(exchange.status());
            String key = answers.containsKey(status) ? status : status.charAt(0) + "XX";
            if (!answers.containsKey(key)) {
                complain(part, "", "responses", "is not described");
                return;
            }
            List<String> where = followed(add(at, "responses", key));
            boolean hasContent = ((JsonObject) node(where)).containsKey("content");
            if (!hasContent && !exchange.answer().isEmpty()) complain(part, "", "content", "should be empty");
            if (hasContent && exchange.answer().isEmpty()) complain(part, "", "content", "is empty");
            if (hasContent && !exchange.answer().isEmpty())
                check(part, add(where, "content", JSON, "schema"), exchange.answer());
        }

        /** The deepest first, for they say the most. */
        private void check(String part, List<String> schema, String json) {
            Choices.meant(schema(schema).validate(json, InputFormat.JSON)).stream()
                    .sorted(Comparator.comparing(it -> -it.getInstanceLocation().getNameCount()))
                    .forEach(it ->
                            complain(part, it.getInstanceLocation().toString(), it.getKeyword(), it.getMessage()));
        }

        private void complain(String part, String pointer, String keyword, String message) {
            String shown = message.length() > MESSAGE_MAX ? message.substring(0, MESSAGE_MAX) + "..." : message;
            complaints.add(new Complaint(operation, part, pointer, keyword, shown));
        }
    }

    /** Out of the whole: asked for by its place, the library would read all of the text again for each. */
    private Schema schema(List<String> where) {
        return schemas.computeIfAbsent(where, _ -> {
            var pointer = new NodePath(PathType.JSON_POINTER);
            for (String step : where)
                pointer = step.matches("\\d+") ? pointer.append(Integer.parseInt(step)) : pointer.append(step);
            return whole.getRefSchema(pointer);
        });
    }

    /** Where a reference leads to, or the place itself if there is none. */
    private List<String> followed(List<String> where) {
        String reference = ((JsonObject) node(where)).getString("$ref");
        return reference == null
                ? where
                : List.of(reference.substring("#/".length()).split("/"));
    }

    private List<List<String>> elements(List<String> where) {
        List<List<String>> elements = new ArrayList<>();
        if (node(where) instanceof JsonArray array)
            for (int i = 0; i < array.size(); i++) elements.add(add(where, Integer.toString(i)));
        return elements;
    }

    private Object node(List<String> where) {
        Object node = described;
        for (String step : where) {
            if (node instanceof JsonArray array) node = array.getValue(Integer.parseInt(step));
            else if (node instanceof JsonObject object) node = object.getValue(step);
        }
        return node;
    }

    private static List<String> add(List<String> to, String... more) {
        return Stream.concat(to.stream(), Stream.of(more)).toList();
    }

    private static List<String> steps(String path) {
        return Stream.of(path.split("/")).map(OpenApi::decoded).toList();
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] both = pair.split("=", 2);
            if (!pair.isEmpty())
                query.computeIfAbsent(decoded(both[0]), _ -> new ArrayList<>())
                        .add(both.length > 1 ? decoded(both[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
