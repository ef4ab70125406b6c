package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bot's commands, for everybody or for the guild. */
final class CommandRoutes {
    private static final int SLASH = 1;
    private static final int DESCRIPTION_MAX = 100;
    private static final int OPTIONS_MAX = 25;
    private static final int OPTION_TYPE_MAX = 11;
    private static final int SLASH_MAX = 100;
    private static final Pattern SLASH_NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");
    private static final Pattern MENU_NAME = Pattern.compile(".{1,32}");

    private final World world;

    CommandRoutes(World world) {
        this.world = world;
    }

    void on(Rest rest) {
        for (String of : List.of("/applications/:application", "/applications/:application/guilds/:guild")) {
            rest.on("GET", of + "/commands", call -> call.ok(listed(call)));
            rest.on("PUT", of + "/commands", this::replaceAll);
            rest.on("POST", of + "/commands", this::create);
            rest.on("GET", of + "/commands/:command", call -> call.ok(command(call)));
            rest.on("PATCH", of + "/commands/:command", this::edit);
            rest.on("DELETE", of + "/commands/:command", call -> {
                world.commands.remove(Long.parseLong(command(call).getString("id")));
                world.publish(new Change.CommandsChanged());
                return call.none();
            });
        }
    }

    /** The guild that a request is about, null for commands that hold everywhere. */
    private @Nullable String guild(RestCall call) {
        if (call.id("application") != world.self()) throw Refusal.unknown(10002, "Application");
        if (call.text("guild") == null) return null;
        Guild guild = world.guilds.get(call.id("guild"));
        if (guild == null || !guild.has(world.bot())) throw new Refusal(403, 50001, "Missing Access");
        return call.text("guild");
    }

    private Map<String, JsonObject> scope(RestCall call) {
        String guild = guild(call);
        Map<String, JsonObject> there = new LinkedHashMap<>();
        world.commands.values().stream()
                .filter(it -> isMine(it) && Objects.equals(it.getString("guild_id"), guild))
                .forEach(it -> there.put(key(it), it));
        return there;
    }

    private boolean isMine(JsonObject command) {
        return command.getString("application_id").equals(DiscordJson.text(world.self()));
    }

    /** Without what they are called in other languages, unless the bot asks for it. */
    private JsonArray listed(RestCall call) {
        JsonArray all = array(scope(call)).copy();
        if (!call.query("with_localizations").equals("true"))
            all.forEach(each -> Locales.NAMED.forEach(((JsonObject) each)::remove));
        return all;
    }

    private static String key(JsonObject command) {
        return command.getInteger("type", SLASH) + " " + command.getString("name");
    }

    private static JsonArray array(Map<String, JsonObject> commands) {
        return new JsonArray(List.copyOf(commands.values()));
    }

    private JsonObject command(RestCall call) {
        String guild = guild(call);
        JsonObject command = world.commands.get(call.id("command"));
        if (command == null || !isMine(command) || !Objects.equals(command.getString("guild_id"), guild))
            throw Refusal.unknown(10063, "application command");
        return command;
    }

    private RestCall.Answer replaceAll(RestCall call) {
        JsonArray wanted = call.list();
        Map<String, JsonObject> old = scope(call);
        Map<String, JsonObject> fresh = new LinkedHashMap<>();
        for (Object each : wanted) {
            JsonObject command = checked((JsonObject) each);
            if (fresh.put(key(command), complete(command, old.get(key(command)), call)) != null)
                throw Refusal.badForm(
                        "name",
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique: " + key(command));
        }
        checkCount(fresh);
        old.values().forEach(it -> world.commands.remove(Long.parseLong(it.getString("id"))));
        fresh.values().forEach(it -> world.commands.put(Long.parseLong(it.getString("id")), it));
        world.publish(new Change.CommandsChanged());
        return call.ok(array(fresh));
    }

    private RestCall.Answer create(RestCall call) {
        JsonObject wanted = checked(call.body());
        Map<String, JsonObject> there = scope(call);
        JsonObject old = there.get(key(wanted));
        JsonObject made = complete(wanted, old, call);
        there.put(key(wanted), made);
        checkCount(there);
        return put(call, made, old == null);
    }

    private static void checkCount(Map<String, JsonObject> commands) {
        if (commands.keySet().stream().filter(it -> it.startsWith(SLASH + " ")).count() > SLASH_MAX)
            throw new Refusal(400, 30032, "Maximum number of application commands reached (" + SLASH_MAX + ").");
    }

    private RestCall.Answer edit(RestCall call) {
        JsonObject old = command(call);
        return put(call, complete(checked(old.copy().mergeIn(call.body())), old, call), false);
    }

    private RestCall.Answer put(RestCall call, JsonObject command, boolean isNew) {
        world.commands.put(Long.parseLong(command.getString("id")), command);
        world.publish(new Change.CommandsChanged());
        return isNew ? call.made(command) : call.ok(command);
    }

    private JsonObject complete(JsonObject command, @Nullable JsonObject old, RestCall call) {
        JsonObject complete = command.copy()
                .put("id", old == null ? DiscordJson.text(world.ids.next()) : old.getString("id"))
                .put("application_id", DiscordJson.text(world.self()))
                .put("type", command.getInteger("type", SLASH))
                .put("description", command.getString("description", ""))
                .put("default_member_permissions", permissions(command))
                .put("version", DiscordJson.text(world.ids.next()));
        for (String numbers : List.of("contexts", "integration_types"))
            if (complete.getValue(numbers) instanceof JsonArray some) complete.put(numbers, asNumbers(some));
        String guild = guild(call);
        if (guild != null) complete.put("guild_id", guild);
        return complete;
    }

    private static @Nullable String permissions(JsonObject command) {
        Object bits = command.getValue("default_member_permissions");
        return bits == null ? null : bits.toString();
    }

    /** Some bots send numbers as text, and Discord understands them. */
    private static JsonArray asNumbers(JsonArray some) {
        var numbers = new JsonArray();
        some.forEach(it -> numbers.add(Integer.valueOf(it.toString())));
        return numbers;
    }

    private static JsonObject checked(JsonObject command) {
        boolean slash = command.getInteger("type", SLASH) == SLASH;
        checkWords(command, slash);
        String needed = command.getString("default_member_permissions");
        if (needed != null) ChannelRoutes.bits(command, "default_member_permissions");
        if (slash) checkOptions(command);
        return command;
    }

    private static void checkOptions(JsonObject command) {
        JsonArray options = command.getJsonArray("options", new JsonArray());
        Refusal.checkCount("options", options.size(), 0, OPTIONS_MAX);
        for (Object each : options) {
            int type = ((JsonObject) each).getInteger("type", 0);
            if (type < 1 || type > OPTION_TYPE_MAX)
                throw Refusal.badForm("options", "BASE_TYPE_CHOICES", "type must be 1 to 11: " + type);
            checkWords((JsonObject) each, true);
            checkOptions((JsonObject) each);
            checkChoices((JsonObject) each);
        }
    }

    private static void checkChoices(JsonObject option) {
        JsonArray choices = option.getJsonArray("choices", new JsonArray());
        Refusal.checkCount("options", choices.size(), 0, OPTIONS_MAX);
        for (Object each : choices) {
            JsonObject choice = (JsonObject) each;
            Refusal.checkLength("options", choice.getString("name", ""), 1, DESCRIPTION_MAX);
            if (choice.getValue("value") == null)
                throw Refusal.badForm("options", "BASE_TYPE_REQUIRED", "A choice needs a value");
            Locales.check(choice, "name", name -> name.length() <= DESCRIPTION_MAX);
        }
    }

    private static void checkWords(JsonObject named, boolean slash) {
        String name = named.getString("name", "");
        if (!isName(name, slash))
            throw Refusal.badForm("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid: " + name);
        Locales.check(named, "name", it -> isName(it, slash));
        Locales.check(named, "description", it -> !it.isEmpty() && it.length() <= DESCRIPTION_MAX);
        int length = named.getString("description", "").length();
        if (slash && (length == 0 || length > DESCRIPTION_MAX))
            throw Refusal.badForm(
                    "description", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length: " + name);
    }

    private static boolean isName(String name, boolean slash) {
        return slash
                ? SLASH_NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT))
                : MENU_NAME.matcher(name).matches();
    }
}
