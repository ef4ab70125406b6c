package io.tummler.chat.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Acts as one person of the cast, for tests. Channels go by name, with or without {@code #}, or by id; people by
 * username. What Discord's own client would not let a person do throws an {@link IllegalStateException} that says why.
 */
public final class Persona {
    private static final String COMMANDS_IN = "general";

    private final World world;
    private final Acts acts;
    private final long id;
    private final String username;

    Persona(World world, Acts acts, Person person) {
        this.world = world;
        this.acts = acts;
        this.id = person.id();
        this.username = person.username();
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String mention() {
        return "<@" + id + ">";
    }

    /** Says something; {@code @ben} in it mentions Ben. */
    public MessageView says(String channel, String text) {
        return act(() -> MessageView.of(acts.say(me(), place(channel), text, 0)));
    }

    public MessageView says(String channel, String text, MessageView replyTo) {
        return act(() -> MessageView.of(acts.say(me(), place(channel), text, replyTo.id())));
    }

    /** Writes to the bot directly. */
    public MessageView tellsBot(String text) {
        return tells(world.cast.bot, text);
    }

    /** Writes to a person or bot directly. */
    public MessageView tells(long other, String text) {
        return act(() -> MessageView.of(acts.say(me(), acts.dm(me(), other).id, text, 0)));
    }

    /** Runs a slash command in #general. */
    public InteractionView runs(String command, Map<String, ?> options) {
        return runsIn(COMMANDS_IN, command, options);
    }

    public InteractionView runs(String command) {
        return runs(command, Map.of());
    }

    /**
     * Runs a slash command.
     *
     * @param command without the slash; its groups and it, with a space between: {@code me export}
     * @param options by name; people by username
     */
    public InteractionView runsIn(String channel, String command, Map<String, ?> options) {
        return act(() -> {
            Map<String, Object> values = new LinkedHashMap<>();
            options.forEach((name, value) -> values.put(
                    name,
                    isPerson(command, name)
                            ? DiscordJson.text(named(value.toString()).id())
                            : value));
            return view(acts.run(me(), place(channel), command, values));
        });
    }

    private boolean isPerson(String command, String option) {
        return acts.commands(person()).stream()
                .filter(it -> it.name().equals(command))
                .flatMap(it -> it.options().stream())
                .anyMatch(it -> it.getString("name").equals(option) && it.getInteger("type") == CommandForm.USER);
    }

    /** Chooses an entry in the menu of a message. */
    public InteractionView choosesFor(MessageView message, String entry) {
        return act(() -> view(acts.chooseFromMenu(me(), message.channelId(), entry, message.id())));
    }

    /** Chooses an entry in the menu of a person. */
    public InteractionView choosesFor(Persona other, String entry) {
        return act(() -> view(acts.chooseFromMenu(me(), place(COMMANDS_IN), entry, other.id())));
    }

    /** Presses a button, as the message has it now. */
    public InteractionView presses(MessageView message, String labelOrId) {
        return act(() -> {
            Post now = acts.seen(me(), message.channelId(), message.id());
            String customId = MessageView.of(now).button(labelOrId).customId();
            return view(acts.press(me(), message.channelId(), message.id(), customId));
        });
    }

    /** Presses what may no longer stand there, or never did, in a place that the person may not even see. */
    public InteractionView pressesRaw(long channelId, long messageId, String customId) {
        return act(() -> view(acts.pressUnchecked(me(), channelId, messageId, customId)));
    }

    /** Types into an option of a command that completes it; {@link InteractionView#offer()} has the choices. */
    public InteractionView completes(String command, String option, String typed) {
        return act(() -> view(acts.complete(me(), place(COMMANDS_IN), command, option, typed, Map.of())));
    }

    /** Sends off the form that a command or a press was answered with: for each field's id a text, or a list of values. */
    public InteractionView submits(InteractionView form, Map<String, ?> values) {
        return act(() -> view(acts.submit(me(), form.id(), values)));
    }

    /** Chooses in a select menu under a message: entries' values, or the ids of people, roles or channels. */
    public InteractionView selects(MessageView message, String customId, String... values) {
        return act(() -> view(acts.select(me(), message.channelId(), message.id(), customId, List.of(values))));
    }

    /** Begins to write, which others see. */
    public void types(String channel) {
        world.run(() -> acts.type(me(), place(channel)));
    }

    /** Adds a reaction, or takes it back. */
    public void reacts(MessageView message, String emoji) {
        act(() -> {
            acts.toggle(me(), message.channelId(), message.id(), emoji);
            return this;
        });
    }

    /** All that only this person sees: what the bot answered in private, and direct messages, oldest first. */
    public List<MessageView> sees() {
        return Stream.concat(ephemerals().stream(), dms().stream())
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
    }

    /** What stands in a channel or thread for this person, oldest first. */
    public List<MessageView> reads(String channel) {
        return act(() -> views(acts.seen(me(), place(channel))));
    }

    /** The messages of all direct conversations, oldest first. */
    public List<MessageView> dms() {
        return world.with(() -> world.dms().stream()
                .filter(it -> world.sees(person(), it))
                .flatMap(it -> views(it).stream())
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList());
    }

    /** The threads that this person sees, oldest first. */
    public List<ThreadView> threads() {
        return world.with(() -> world.home().threads().stream()
                .filter(it -> world.sees(person(), it))
                .map(it -> new ThreadView(
                        it.id,
                        it.name,
                        it.parent,
                        it.kind == Place.Kind.PRIVATE_THREAD,
                        it.archived,
                        it.locked,
                        it.people.stream()
                                .map(who -> world.person(who).username())
                                .toList(),
                        views(it)))
                .toList());
    }

    /** What the bot said to this person alone, in any channel, oldest first. */
    public List<MessageView> ephemerals() {
        return world.with(() -> world.posts.values().stream()
                .flatMap(here -> here.values().stream())
                .filter(it -> it.onlyFor == id)
                .map(MessageView::of)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList());
    }

    /** Marks an event as interesting, by its name, or no longer does. */
    public void attends(String event, boolean interested) {
        world.run(() -> world.interest(
                world.home().events.values().stream()
                        .filter(it -> it.name.equals(event))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no event is called " + event)),
                id,
                interested));
    }

    /**
     * Uses Discord in another language.
     *
     * @param locale one of Discord's, such as {@code de}
     */
    public void speaks(String locale) {
        if (!Locales.isKnown(locale)) throw new IllegalArgumentException("Discord does not speak " + locale);
        world.run(() -> {
            person().locale = locale;
            world.publish(new Change.CommandsChanged());
        });
    }

    public void leaves() {
        world.run(() -> world.home().find(id).ifPresent(world::leave));
    }

    /** Comes back after having left. */
    public void comesBack() {
        world.run(() -> world.admit(world.home(), person()));
    }

    /** Leaves a thread. */
    public void leavesThread(ThreadView thread) {
        world.run(() -> world.part(world.thread(thread.id()), id));
    }

    /** Is given a role of the cast, such as {@code Moderator}, or loses it. */
    public void hasRole(String role, boolean has) {
        world.run(() -> {
            Member member = world.home().member(id);
            long given = world.home().roleNamed(role).id();
            if (has ? member.roles.add(given) : member.roles.remove(given))
                world.publish(new Change.MemberChanged(member));
        });
    }

    private List<MessageView> views(Place place) {
        return world.postsIn(place.id).values().stream()
                .filter(it -> world.sees(person(), it))
                .map(MessageView::of)
                .toList();
    }

    private InteractionView view(Interaction asked) {
        return new InteractionView(world, asked);
    }

    private <T> T act(Supplier<T> what) {
        try {
            return world.with(what);
        } catch (Refusal refusal) {
            throw new IllegalStateException(username + " cannot: " + refusal.getMessage(), refusal);
        }
    }

    private Person person() {
        return world.person(id);
    }

    private Person me() {
        return acts.actor(id);
    }

    private Person named(String username) {
        return world.named(username).orElseThrow(() -> new NoSuchElementException("nobody is called " + username));
    }

    private long place(String channel) {
        return world.placeNamed(channel).id;
    }
}
