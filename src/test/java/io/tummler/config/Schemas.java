package io.tummler.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tummler.api.Section;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Describes the files of a section to editors, as JSON Schema 2020-12. It takes all that the bot takes: a number may be
 * quoted, a text may look like a number, and any value may be the name of an environment variable.
 */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** With the mark before it, as Discord lets a channel or a role be called. */
    private static final int NAME_MAX = 101;

    private static final String VARIABLE = "\\{env:[A-Z][A-Z0-9_]*\\}";
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private Schemas() {}

    /** The schema's text, the same for the same section. */
    static String of(Sections.Entry section) {
        ObjectNode schema = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:tummler:bot-config:" + section.name())
                .put("title", "Tummler: " + section.listing() + (section.folder() ? "*.yaml" : ""))
                .put("description", "All keys as a page: docs/bot-config-reference.md of Tummler.");
        schema.setAll(group(section.shape()));
        try {
            return JsonMapper.builder()
                            .build()
                            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                                    .withObjectIndenter(LINES))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers", impossible);
        }
    }

    private static ObjectNode group(Shape.Group group) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (Shape.Key key : group.keys()) {
            ObjectNode property = properties.putObject(key.name()).put("description", key.meaning());
            property.setAll(schema(key.shape()));
            if (key.required()) required.add(key.name());
            else if (!(key.shape() instanceof Shape.Maybe))
                property.set("default", CoreYaml.json(said(group, key).or()));
        }
        if (!required.isEmpty()) schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    /** What the record says of a key beyond its shape. */
    static Section.Key said(Shape.Group group, Shape.Key key) {
        RecordComponent component =
                group.type().getRecordComponents()[group.keys().indexOf(key)];
        return component.getAnnotation(Section.Key.class);
    }

    private static ObjectNode schema(Shape shape) {
        return switch (shape) {
            case Shape.Group group -> group(group);
            case Shape.Maybe maybe -> schema(maybe.shape());
            case Shape.ListOf list -> NODES.objectNode().put("type", "array").set("items", schema(list.entry()));
            case Shape.Flag flag -> scalar(flag, "true|false", "boolean", "string");
            case Shape.Whole whole ->
                limits(scalar(whole, Shape.Whole.WRITTEN.pattern(), "integer", "string"), whole.min(), whole.max());
            case Shape.Decimal decimal ->
                limits(
                        scalar(decimal, Shape.Decimal.WRITTEN.pattern(), "number", "string"),
                        decimal.min(),
                        decimal.max());
            case Shape.Text text -> {
                ObjectNode schema = NODES.objectNode();
                types(schema, "string", "number", "boolean");
                yield text.longest() == Integer.MAX_VALUE ? schema : schema.put("maxLength", text.longest());
            }
            case Shape.Choice choice -> {
                ObjectNode words = NODES.objectNode();
                choice.words().keySet().forEach(words.putArray("enum")::add);
                yield orVariable(words);
            }
            case Shape.Named _ -> {
                ObjectNode named = NODES.objectNode();
                types(named, "string", "integer");
                yield named.put("minLength", 1).put("maxLength", NAME_MAX);
            }
            case Shape.Zone _ -> NODES.objectNode().put("type", "string");
            case Shape.Span span -> scalar(span, anyCase(Durations.PATTERN), "string");
            case Shape.Day _ ->
                orVariable(NODES.objectNode().put("type", "string").put("format", "date"));
        };
    }

    /** @param pattern of what may stand there as a text; what is allowed is also said in words, which editors show */
    private static ObjectNode scalar(Shape.Scalar shape, String pattern, String... types) {
        ObjectNode schema = NODES.objectNode();
        types(schema, types);
        return schema.put("pattern", "^(?:" + pattern + "|" + VARIABLE + ")$")
                .put("patternErrorMessage", "Allowed is " + shape.allowed() + ".");
    }

    private static void types(ObjectNode schema, String... types) {
        if (types.length == 1) schema.put("type", types[0]);
        else Stream.of(types).forEach(schema.putArray("type")::add);
    }

    private static ObjectNode limits(ObjectNode schema, double min, double max) {
        // The ends of int are no limits that anybody asked for.
        if (min > Integer.MIN_VALUE) number(schema, "minimum", min);
        if (max < Integer.MAX_VALUE) number(schema, "maximum", max);
        return schema;
    }

    private static void number(ObjectNode schema, String keyword, double number) {
        if (number == Math.rint(number)) schema.put(keyword, (long) number);
        else schema.put(keyword, number);
    }

    private static ObjectNode orVariable(ObjectNode schema) {
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "string").put("pattern", "^" + VARIABLE + "$");
        return either;
    }

    /** The patterns of JSON Schema have no way to say that capitals do not matter. */
    private static String anyCase(String pattern) {
        return Pattern.compile("(?<!\\\\)[a-zA-Z]").matcher(pattern).replaceAll(letter -> {
            String lower = letter.group().toLowerCase(Locale.ROOT);
            return "[" + lower + lower.toUpperCase(Locale.ROOT) + "]";
        });
    }
}
