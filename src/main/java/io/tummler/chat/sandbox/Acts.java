package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people do: say, run, press. Refuses what Discord's own client would not let them do. Inside the world's lock. */
final class Acts {
    private static final Pattern NAMED = Pattern.compile("(?<![\\w<])@([a-z0-9_.]+)");

    private static final int IN_GUILD = 0;
    private static final int IN_DM = 1;

    private final World world;
    private final DiscordJson json;
    private final Interactions interactions;

    Acts(World world, DiscordJson json, Interactions interactions) {
        this.world = world;
        this.json = json;
        this.interactions = interactions;
    }

    /** A person who is here and may act. */
    Person actor(long id) {
        Person person = world.people.get(id);
        if (person == null || person.portrait.bot()) throw Refusal.plain(404, "Nobody here has that id");
        if (!world.home().has(person))
            throw Refusal.plain(403, person.portrait.name() + " has left " + world.home().name);
        return person;
    }

    Place seen(Person person, long place) {
        Place found = world.places.get(place);
        if (found == null || !world.sees(person, found)) throw Refusal.plain(404, "There is no such channel");
        return found;
    }

    Post seen(Person person, long place, long message) {
        Post post = world.postsIn(seen(person, place).id).get(message);
        if (post == null || !world.sees(person, post)) throw Refusal.plain(404, "That message is gone");
        return post;
    }

    /** Where one may speak; a category or a forum only holds other places. */
    private Place talk(Person person, long place) {
        Place where = seen(person, place);
        if (!where.kind.holdsMessages()) throw Refusal.plain(400, "Nothing is said here itself, only in what it holds");
        return where;
    }

    Post say(Person person, long place, String text, long replyTo) {
        Place where = talk(person, place);
        if (where.locked) throw Refusal.plain(403, "This thread is locked");
        if (!world.may(person, where, Access.speaking(where)))
            throw Refusal.plain(403, "You may read here, but not write");
        if (text.isBlank()) throw Refusal.plain(400, "A message needs some text");
        if (text.length() > MessageBody.CONTENT_MAX)
            throw Refusal.plain(400, "A message may have at most " + MessageBody.CONTENT_MAX + " characters");
        var post = new Post(world.ids.next(), where.id, person.id());
        post.content = mentioning(text);
        post.mentions.addAll(MessageBody.mentioned(post.content, world));
        post.everyone = MessageBody.mentionsEveryone(post, world);
        if (replyTo != 0) {
            Post to = seen(person, place, replyTo);
            if (to.isEphemeral()) throw Refusal.plain(400, "Nobody else would see what you answer");
            post.replyTo = to.id;
            post.type = Post.REPLY;
            post.mentions.add(to.author);
        }
        return world.say(post);
    }

    private String mentioning(String text) {
        return NAMED.matcher(text)
                .replaceAll(found -> world.named(found.group(1))
                        .map(person -> "<@" + person.id() + ">")
                        .orElseGet(() -> Matcher.quoteReplacement(found.group())));
    }

    List<CommandForm> commands(Person person) {
        return CommandForm.all(offered(person).toList());
    }

    /** What the bots that are here offer here, slash commands and entries of menus. */
    private Stream<JsonObject> offered(Person person) {
        String home = DiscordJson.text(world.home().id);
        return world.commands.values().stream()
                .filter(it -> home.equals(it.getString("guild_id", home)))
                .filter(it -> world.home().find(application(it)).isPresent())
                .filter(it -> mayRun(person, it));
    }

    private static long application(JsonObject command) {
        return Long.parseLong(command.getString("application_id"));
    }

    private boolean mayRun(Person person, JsonObject command) {
        String needed = command.getString("default_member_permissions");
        Optional<Member> member = world.home().find(person.id());
        return member.isPresent() && mayRun(Permissions.of(member.get()), needed == null ? -1 : Long.parseLong(needed));
    }

    /** What needs nothing in particular is everybody's; what needs "0" is the administrators' alone. */
    private static boolean mayRun(long permissions, long needed) {
        if (Permissions.has(permissions, Permissions.ADMINISTRATOR)) return true;
        if (!Permissions.has(permissions, Permissions.USE_APPLICATION_COMMANDS)) return false;
        return needed == -1 || needed != 0 && Permissions.has(permissions, needed);
    }

    private CommandForm form(Person person, String name) {
        return commands(person).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.plain(404, "There is no command /" + name));
    }

    Interaction run(Person person, long place, String name, Map<String, Object> options) {
        Place where = talk(person, place);
        CommandForm form = form(person, name);
        checkStands(person, where, form.command());
        long bot = application(form.command());
        JsonObject data = world.bots.as(bot, () -> form.fill(options, resolved(person, where)));
        return interactions.ask(Interaction.COMMAND, bot, person.id(), where.id, name, 0, data);
    }

    private Resolved resolved(Person person, Place where) {
        return new Resolved(person, where, world, json);
    }

    /** What the bot offers while a person types into an option, with the others as they are filled in so far. */
    Interaction complete(
            Person person, long place, String name, String option, String typed, Map<String, Object> others) {
        Place where = seen(person, place);
        CommandForm form = form(person, name);
        checkStands(person, where, form.command());
        JsonObject data = form.half(option, typed, others);
        return interactions.ask(
                Interaction.AUTOCOMPLETE, application(form.command()), person.id(), where.id, name, 0, data);
    }

    /** Sends off a form that the bot offered to this person, a value for each field's custom id. */
    Interaction submit(Person person, long offer, Map<String, ?> values) {
        Interaction offered = world.interactions.get(offer);
        if (offered == null || offered.user != person.id() || !offered.offered.containsKey("custom_id"))
            throw Refusal.plain(404, "There is no form to fill in");
        if (offered.isOver(world.clock.millis())) throw Refusal.plain(409, "The form was open for too long");
        Place where = seen(person, offered.channel);
        var form = new ModalForm(offered.offered);
        return interactions.send(
                offered, world.bots.as(offered.application, () -> form.filled(values, resolved(person, where))));
    }

    private void checkStands(Person person, Place where, JsonObject command) {
        boolean stands = where.isDm()
                ? command.getString("guild_id") == null
                        && command.getBoolean("dm_permission", true)
                        && contexts(command).contains(IN_DM)
                        && where.people.contains(application(command))
                : contexts(command).contains(IN_GUILD)
                        && world.may(person, where, Permissions.USE_APPLICATION_COMMANDS);
        if (!stands) throw Refusal.plain(400, command.getString("name") + " cannot be used here");
    }

    private static Set<Integer> contexts(JsonObject command) {
        return command.getValue("contexts") instanceof JsonArray some
                ? Set.copyOf(
                        some.stream().map(it -> Integer.valueOf(it.toString())).toList())
                : Set.of(IN_GUILD, IN_DM);
    }

    /** Chooses an entry of a message's or a person's menu. */
    Interaction chooseFromMenu(Person person, long place, String name, long target) {
        Place where = seen(person, place);
        Post post = world.postsIn(where.id).get(target);
        int type = post == null ? CommandForm.USER_MENU : CommandForm.MESSAGE_MENU;
        JsonObject command = offered(person)
                .filter(it ->
                        it.getInteger("type") == type && it.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.plain(404, "There is no menu entry \"" + name + "\""));
        checkStands(person, where, command);
        long bot = application(command);
        JsonObject data = world.bots.as(bot, () -> target(command, person, where, target));
        return interactions.ask(Interaction.COMMAND, bot, person.id(), where.id, name, 0, data);
    }

    private JsonObject target(JsonObject command, Person person, Place where, long target) {
        JsonObject data = CommandForm.data(command).put("target_id", DiscordJson.text(target));
        if (command.getInteger("type") == CommandForm.USER_MENU) {
            var about = resolved(person, where);
            about.person(DiscordJson.text(target), command.getString("name"));
            return about.into(data);
        }
        JsonObject message = json.message(seen(person, where.id, target));
        return data.put(
                "resolved", new JsonObject().put("messages", new JsonObject().put(DiscordJson.text(target), message)));
    }

    Interaction press(Person person, long place, long message, String customId) {
        Post post = seen(person, place, message);
        JsonObject button = Components.rows(post.components).stream()
                .flatMap(List::stream)
                .filter(it -> customId.equals(it.getString("custom_id")))
                .findFirst()
                .orElseThrow(() -> Refusal.plain(404, "That button is gone"));
        if (button.getBoolean("disabled", false)) throw Refusal.plain(409, "That button can no longer be pressed");
        return pressUnchecked(person, post.channel, message, customId);
    }

    /** A press as a bot may get it all the same: of a button that no longer stands, or never did. */
    Interaction pressUnchecked(Person person, long place, long message, String customId) {
        return component(person, place, message, customId, Components.BUTTON, new JsonObject());
    }

    Interaction select(Person person, long place, long message, String customId, List<String> values) {
        Post post = seen(person, place, message);
        JsonObject menu = Components.all(post.components).stream()
                .filter(it -> SelectMenu.is(it) && customId.equals(it.getString("custom_id")))
                .findFirst()
                .orElseThrow(() -> Refusal.plain(404, "That menu is gone"));
        if (menu.getBoolean("disabled", false)) throw Refusal.plain(409, "Nothing can be chosen there any more");
        Place where = seen(person, place);
        JsonObject data = world.bots.as(author(place, message), () -> {
            var resolved = resolved(person, where);
            return resolved.into(new SelectMenu(menu).chosen(values, true, resolved));
        });
        data.remove("type");
        return component(person, place, message, customId, Components.type(menu), data);
    }

    private Interaction component(Person person, long place, long message, String customId, int type, JsonObject data) {
        data.put("custom_id", customId).put("component_type", type).put("id", idOf(place, message, customId));
        return interactions.ask(
                Interaction.COMPONENT, author(place, message), person.id(), place, customId, message, data);
    }

    /** The bot under whose message something is pressed. */
    private long author(long place, long message) {
        Post post = world.postsIn(place).get(message);
        return post != null && world.person(post.author).portrait.bot() ? post.author : world.cast.bot;
    }

    private int idOf(long place, long message, String customId) {
        Post post = world.postsIn(place).get(message);
        return post == null
                ? 1
                : Components.all(post.components).stream()
                        .filter(it -> customId.equals(it.getString("custom_id")))
                        .findFirst()
                        .map(it -> it.getInteger("id", 1))
                        .orElse(1);
    }

    void toggle(Person person, long place, long message, String emoji) {
        Post post = seen(person, place, message);
        if (post.isEphemeral()) throw Refusal.plain(400, "Nobody else would see that");
        boolean has = post.reactions.getOrDefault(emoji, Set.of()).contains(person.id());
        world.react(post, person.id(), emoji, !has);
    }

    /** Lets the others know that a person is writing. */
    void type(Person person, long place) {
        world.publish(new Change.Typing(talk(person, place), person.id()));
    }

    /** The entries that the bot put into the menus of messages and of people. */
    List<JsonObject> menus(Person person) {
        return offered(person)
                .filter(it -> it.getInteger("type") != CommandForm.SLASH)
                .toList();
    }

    Place dm(Person person, long with) {
        Person other = world.people.get(with);
        if (other == null || !world.home().has(other) || other == person)
            throw Refusal.plain(404, "Nobody here to write to");
        return world.dm(person.id(), other.id());
    }

    void openDms(Person person, boolean open) {
        person.dmsOpen = open;
        world.publish(new Change.DmsSwitched(person));
    }
}
