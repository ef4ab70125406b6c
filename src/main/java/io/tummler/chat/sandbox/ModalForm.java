package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A form that the bot offered, and what a person filled in. */
record ModalForm(JsonObject modal) {
    private static final int ROW = 1;
    private static final int TEXT_INPUT = 4;
    private static final int TEXT_DISPLAY = 10;
    private static final int LABEL = 18;
    private static final int FILE_UPLOAD = 19;
    private static final int RADIO_GROUP = 21;
    private static final int CHECKBOX_GROUP = 22;
    private static final int CHECKBOX = 23;
    private static final int TEXT_MAX = 4_000;

    /**
     * The form filled in, in Discord's words, or a refusal in words for people.
     *
     * @param values by the field's custom id: a text, yes or no, or a list of what was chosen
     */
    JsonObject filled(Map<String, ?> values, Resolved resolved) {
        var unknown = new TreeSet<>(values.keySet());
        var components = new JsonArray();
        for (JsonObject component : objects(modal, "components")) {
            JsonObject answer = answerTo(component);
            switch (Components.type(component)) {
                case LABEL -> {
                    JsonObject field = component.getJsonObject("component");
                    unknown.remove(field.getString("custom_id"));
                    answer.put("component", answered(field, component, values, resolved));
                }
                case ROW -> {
                    var inside = new JsonArray();
                    for (JsonObject field : objects(component, "components")) {
                        unknown.remove(field.getString("custom_id"));
                        inside.add(answered(field, field, values, resolved));
                    }
                    answer.put("components", inside);
                }
                case TEXT_DISPLAY -> {}
                default -> throw unfit(component);
            }
            components.add(answer);
        }
        if (!unknown.isEmpty()) throw Refusal.plain(400, "The form has no field \"" + unknown.first() + "\"");
        number(components, 1);
        return resolved.into(
                new JsonObject().put("custom_id", modal.getString("custom_id")).put("components", components));
    }

    /** Gives every component its id, counted as Discord does where the bot gave none. */
    private static int number(JsonArray components, int next) {
        int id = next;
        for (Object each : components) {
            JsonObject component = (JsonObject) each;
            if (!component.containsKey("id")) component.put("id", id);
            id++;
            id = number(component.getJsonArray("components", new JsonArray()), id);
            if (component.getValue("component") instanceof JsonObject inside) id = number(JsonArray.of(inside), id);
        }
        return id;
    }

    private static JsonObject answered(JsonObject field, JsonObject label, Map<String, ?> values, Resolved resolved) {
        Object value = values.get(field.getString("custom_id"));
        boolean required = field.getBoolean("required", true);
        int type = Components.type(field);
        if (SelectMenu.is(field))
            return answerTo(field).mergeIn(new SelectMenu(field).chosen(many(value), required, resolved));
        String called = "\"" + label.getString("label", field.getString("custom_id")) + "\"";
        JsonObject answer = answerTo(field).put("custom_id", field.getString("custom_id"));
        return switch (type) {
            case TEXT_INPUT -> answer.put("value", text(field, Objects.toString(value, ""), called));
            case RADIO_GROUP -> answer.put("value", one(field, Objects.toString(value, ""), called));
            case CHECKBOX_GROUP -> answer.put("values", some(field, many(value), called));
            case CHECKBOX -> answer.put("value", Boolean.TRUE.equals(value));
            case FILE_UPLOAD -> {
                if (required) throw unfit(field);
                yield answer.put("values", new JsonArray());
            }
            default -> throw unfit(field);
        };
    }

    private static JsonObject answerTo(JsonObject component) {
        var answer = new JsonObject().put("type", Components.type(component));
        Object id = component.getValue("id");
        return id == null ? answer : answer.put("id", id);
    }

    private static Refusal unfit(JsonObject component) {
        return Refusal.plain(
                501, "The sandbox cannot fill in a form's component of type " + Components.type(component));
    }

    private static String text(JsonObject field, String value, String called) {
        int max = field.getInteger("max_length", TEXT_MAX);
        int min = field.getInteger("min_length", 0);
        if (value.isEmpty() && field.getBoolean("required", true)) throw Refusal.plain(400, called + " is needed");
        if (value.length() > max) throw Refusal.plain(400, called + " may have at most " + max + " characters");
        if (!value.isEmpty() && value.length() < min)
            throw Refusal.plain(400, called + " needs at least " + min + " characters");
        return value;
    }

    private static @Nullable String one(JsonObject field, String value, String called) {
        if (value.isEmpty()) {
            if (field.getBoolean("required", true)) throw Refusal.plain(400, called + " is needed");
            return null;
        }
        checkOption(field, value, called);
        return value;
    }

    private static JsonArray some(JsonObject field, List<String> values, String called) {
        boolean required = field.getBoolean("required", true);
        int least = field.getInteger("min_values", required ? 1 : 0);
        int most = field.getInteger("max_values", objects(field, "options").size());
        if (values.size() < least && (required || !values.isEmpty()))
            throw Refusal.plain(400, called + " needs at least " + least);
        if (values.size() > most) throw Refusal.plain(400, called + " takes at most " + most);
        values.forEach(value -> checkOption(field, value, called));
        return new JsonArray(List.copyOf(values));
    }

    private static void checkOption(JsonObject field, String value, String called) {
        if (objects(field, "options").stream().noneMatch(it -> value.equals(it.getString("value"))))
            throw Refusal.plain(400, called + " has no such entry");
    }

    private static List<String> many(@Nullable Object value) {
        if (value == null || value.equals("")) return List.of();
        List<String> many = new ArrayList<>();
        if (value instanceof Iterable<?> each) each.forEach(it -> many.add(it.toString()));
        else many.add(value.toString());
        return many;
    }

    private static List<JsonObject> objects(JsonObject of, String key) {
        return of.getJsonArray(key, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
