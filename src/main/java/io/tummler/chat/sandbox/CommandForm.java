package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A slash command as a person fills it in; each subcommand is one, named {@code command subcommand} or {@code command group subcommand}.
 *
 * @param path the names of groups and subcommand, empty for a command without
 * @param options what can be filled in
 */
record CommandForm(JsonObject command, String name, List<JsonObject> path, List<JsonObject> options) {
    static final int SLASH = 1;
    static final int USER_MENU = 2;
    static final int MESSAGE_MENU = 3;

    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int NUMBER = 10;
    private static final int ATTACHMENT = 11;
    private static final int STRING_MAX = 6_000;

    static List<CommandForm> all(Collection<JsonObject> commands) {
        List<CommandForm> forms = new ArrayList<>();
        for (JsonObject command : commands)
            if (command.getInteger("type") == SLASH)
                collect(command, command.getString("name"), List.of(), objects(command), forms);
        return forms;
    }

    private static void collect(
            JsonObject command, String name, List<JsonObject> path, List<JsonObject> options, List<CommandForm> into) {
        List<JsonObject> deeper = options.stream()
                .filter(it -> it.getInteger("type") == SUBCOMMAND || it.getInteger("type") == GROUP)
                .toList();
        if (deeper.isEmpty()) into.add(new CommandForm(command, name, path, options));
        for (JsonObject sub : deeper) {
            List<JsonObject> longer = new ArrayList<>(path);
            longer.add(sub);
            collect(command, name + " " + sub.getString("name"), longer, objects(sub), into);
        }
    }

    private static List<JsonObject> objects(JsonObject of) {
        return of.getJsonArray("options", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Discord's {@code data} of this command with these values, or a refusal in words for people. */
    JsonObject fill(Map<String, Object> values, Resolved resolved) {
        values.keySet().forEach(this::option);
        var filled = new JsonArray();
        for (JsonObject option : options) {
            String called = option.getString("name");
            Object value = values.get(called);
            if (value == null || value.toString().isEmpty()) {
                if (option.getBoolean("required", false))
                    throw Refusal.plain(400, "/" + name + " needs \"" + called + "\"");
                continue;
            }
            Object said = checked(option, value);
            filled.add(new JsonObject()
                    .put("name", called)
                    .put("type", option.getInteger("type"))
                    .put("value", said));
            resolve(option, said.toString(), resolved);
        }
        return resolved.into(data(command).put("options", nested(filled)));
    }

    private static void resolve(JsonObject option, String said, Resolved resolved) {
        String called = option.getString("name");
        switch (option.getInteger("type")) {
            case USER -> resolved.person(said, called);
            case CHANNEL -> resolved.channel(said, called, option.getJsonArray("channel_types", new JsonArray()));
            case ROLE -> resolved.role(said, called);
            case MENTIONABLE -> resolved.personOrRole(said, called);
            default -> {}
        }
    }

    /** Discord's {@code data} while one option is being typed; of the others, those that have a value. */
    JsonObject half(String focused, String typed, Map<String, Object> others) {
        option(focused);
        var filled = new JsonArray();
        for (JsonObject option : options) {
            String called = option.getString("name");
            var said = new JsonObject().put("name", called).put("type", option.getInteger("type"));
            Object value = others.get(called);
            if (called.equals(focused)) filled.add(said.put("value", typed).put("focused", true));
            else if (value != null && !value.toString().isEmpty()) filled.add(said.put("value", value));
        }
        return data(command).put("options", nested(filled));
    }

    static JsonObject data(JsonObject command) {
        var data = new JsonObject()
                .put("id", command.getString("id"))
                .put("name", command.getString("name"))
                .put("type", command.getInteger("type"));
        String guild = command.getString("guild_id");
        return guild == null ? data : data.put("guild_id", guild);
    }

    JsonObject option(String called) {
        return options.stream()
                .filter(it -> it.getString("name").equals(called))
                .findFirst()
                .orElseThrow(() -> Refusal.plain(400, "/" + name + " has no option \"" + called + "\""));
    }

    JsonArray nested(JsonArray filled) {
        JsonArray inside = filled;
        for (JsonObject sub : path.reversed())
            inside = JsonArray.of(new JsonObject()
                    .put("name", sub.getString("name"))
                    .put("type", sub.getInteger("type"))
                    .put("options", inside));
        return inside;
    }

    private Object checked(JsonObject option, Object value) {
        String called = "\"" + option.getString("name") + "\"";
        Object said = switch (option.getInteger("type")) {
            case STRING -> text(option, value.toString(), called);
            case INTEGER, NUMBER -> number(option, value, called);
            case BOOLEAN -> Boolean.valueOf(value.toString());
            case USER, CHANNEL, ROLE, MENTIONABLE -> value.toString();
            default -> throw Refusal.plain(501, "The sandbox cannot fill in " + called + ", which is a file");
        };
        JsonArray choices = option.getJsonArray("choices", new JsonArray());
        boolean chosen = choices.isEmpty()
                || choices.stream()
                        .anyMatch(it -> said.toString()
                                .equals(((JsonObject) it).getValue("value").toString()));
        if (!chosen) throw Refusal.plain(400, called + " is none of the choices");
        return said;
    }

    private static String text(JsonObject option, String value, String called) {
        int max = option.getInteger("max_length", STRING_MAX);
        int min = option.getInteger("min_length", 0);
        if (value.length() > max) throw Refusal.plain(400, called + " may have at most " + max + " characters");
        if (value.length() < min) throw Refusal.plain(400, called + " needs at least " + min + " characters");
        return value;
    }

    private static Number number(JsonObject option, Object value, String called) {
        try {
            double number = Double.parseDouble(value.toString());
            if (number > option.getDouble("max_value", Double.MAX_VALUE)
                    || number < option.getDouble("min_value", -Double.MAX_VALUE))
                throw Refusal.plain(400, called + " is out of range");
            if (option.getInteger("type") == NUMBER) return number;
            return Long.valueOf(value.toString());
        } catch (NumberFormatException noNumber) {
            throw Refusal.plain(400, called + " must be a number");
        }
    }

    /** As the page is told; what a person of that locale knows it by is "shown". */
    JsonObject forPage(String locale) {
        var shown = new JsonArray();
        for (JsonObject option : options) {
            var choices = new JsonArray();
            for (Object each : option.getJsonArray("choices", new JsonArray())) {
                JsonObject choice = (JsonObject) each;
                choices.add(new JsonObject()
                        .put("name", Locales.in(locale, choice, "name"))
                        .put("value", choice.getValue("value")));
            }
            shown.add(new JsonObject()
                    .put("name", option.getString("name"))
                    .put("shown", Locales.in(locale, option, "name"))
                    .put("description", Locales.in(locale, option, "description"))
                    .put("type", kind(option.getInteger("type")))
                    .put("required", option.getBoolean("required", false))
                    .put("minLength", option.getInteger("min_length"))
                    .put("maxLength", option.getInteger("max_length"))
                    .put("min", option.getValue("min_value"))
                    .put("max", option.getValue("max_value"))
                    .put("channelTypes", option.getJsonArray("channel_types"))
                    .put("autocomplete", option.getBoolean("autocomplete", false))
                    .put("choices", choices));
        }
        JsonObject described = path.isEmpty() ? command : path.getLast();
        String called = Stream.concat(Stream.of(command), path.stream())
                .map(it -> Locales.in(locale, it, "name"))
                .collect(Collectors.joining(" "));
        return new JsonObject()
                .put("name", name)
                .put("shown", called)
                .put("description", Locales.in(locale, described, "description"))
                .put("options", shown);
    }

    private static String kind(int type) {
        return switch (type) {
            case USER -> "user";
            case CHANNEL -> "channel";
            case ROLE -> "role";
            case MENTIONABLE -> "mentionable";
            case NUMBER -> "number";
            case ATTACHMENT -> "attachment";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            default -> "string";
        };
    }
}
