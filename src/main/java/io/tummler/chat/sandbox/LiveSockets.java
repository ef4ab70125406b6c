package io.tummler.chat.sandbox;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells each open page what its person may see. */
final class LiveSockets {
    private static final int UNREAD_BYTES_MAX = 4 * 1024 * 1024;
    private static final short START_AGAIN = 1012;

    private final World world;
    private final PageJson json;
    private final Map<ServerWebSocket, Long> pages = new LinkedHashMap<>();

    LiveSockets(World world, PageJson json) {
        this.world = world;
        this.json = json;
        world.watch(this::tell);
    }

    void accept(ServerWebSocket socket, long person) {
        socket.exceptionHandler(_ -> {});
        socket.setWriteQueueMaxSize(UNREAD_BYTES_MAX);
        socket.closeHandler(_ -> world.run(() -> pages.remove(socket)));
        world.run(() -> pages.put(socket, person));
    }

    void closeAll(String reason) {
        world.run(() -> {
            List.copyOf(pages.keySet()).forEach(it -> it.close(START_AGAIN, reason));
            pages.clear();
        });
    }

    private void tell(Change change) {
        Map.copyOf(pages).forEach((socket, id) -> {
            Person me = world.people.get(id);
            // A page that reads no more comes back and fetches everything.
            if (readsNoMore(socket)) socket.close();
            else if (me != null) news(change, me).ifPresent(news -> socket.writeTextMessage(news.encode()));
        });
    }

    private static boolean readsNoMore(ServerWebSocket socket) {
        try {
            return socket.writeQueueFull();
        } catch (IllegalStateException closed) {
            // Its close handler is on its way, and must not keep the other pages from their news.
            return false;
        }
    }

    private Optional<JsonObject> news(Change change, Person me) {
        return switch (change) {
            case Change.Posted(Post post) -> message("message", post, me);
            case Change.Edited(Post post) -> message("message_update", post, me);
            case Change.Reacted reacted -> message("message_update", reacted.post(), me);
            case Change.ReactionsCleared cleared -> message("message_update", cleared.post(), me);
            case Change.Deleted(Post post) ->
                shows(me, post)
                        ? of(type("message_delete")
                                .put("channelId", DiscordJson.text(post.channel))
                                .put("id", DiscordJson.text(post.id)))
                        : Optional.empty();
            case Change.DeletedTogether(Place place, List<Post> _) ->
                world.isHome(place) && world.sees(me, place) ? of(type("guild")) : Optional.empty();
            case Change.ThreadOpened(Place thread) -> thread(thread, me);
            case Change.ThreadChanged(Place thread) -> thread(thread, me);
            case Change.ThreadPeople people -> threadPeople(people, me);
            case Change.ThreadGone(Place thread) ->
                world.isHome(thread) && world.sees(me, thread) ? of(type("guild")) : Optional.empty();
            case Change.DmOpened(Place dm) ->
                dm.people.contains(me.id()) && world.sees(me, dm)
                        ? of(type("dm").put("dm", json.dm(dm, me)))
                        : Optional.empty();
            case Change.Joined(Member member) -> member(member);
            // With other roles, other channels and commands are theirs.
            case Change.MemberChanged(Member member) ->
                isHome(member) && member.id() == me.id() ? of(type("guild")) : member(member);
            case Change.DmsSwitched(Person person) ->
                world.home().find(person.id()).flatMap(this::member);
            case Change.CommandsChanged _ ->
                of(type("commands").put("commands", json.commands(me)).put("menus", json.menus(me)));
            case Change.Reset _ -> of(type("reset"));
            case Change.ClockMoved _ ->
                of(type("clock").put("now", world.clock.instant().toString()));
            case Change.BotOnline(boolean online) -> of(type("bot").put("online", online));
            case Change.PresenceChanged(Person person) ->
                of(type("presence")
                        .put("userId", DiscordJson.text(person.id()))
                        .put("status", world.presence(person).status()));
            case Change.Typing typing ->
                world.isHome(typing.place()) && world.sees(me, typing.place())
                        ? of(type("typing")
                                .put("channelId", DiscordJson.text(typing.place().id))
                                .put("userId", DiscordJson.text(typing.user())))
                        : Optional.empty();
            case Change.Left(Member member) ->
                isHome(member) ? of(type("member_left").put("id", DiscordJson.text(member.id()))) : Optional.empty();
            case Change.TakenUp(Interaction asked) -> asked.user == me.id() ? takenUp(asked) : Optional.empty();
            case Change.OfGuild changed -> isLaidOutAnew(changed) ? of(type("guild")) : Optional.empty();
            case Change.Asked _, Change.PinsChanged _ -> Optional.empty();
        };
    }

    /** Who may see what can have changed for anybody: the page had better look at everything again. */
    private boolean isLaidOutAnew(Change.OfGuild changed) {
        if (changed.guild() != world.home()) return false;
        return switch (changed) {
            case Change.ChannelOpened _,
                    Change.ChannelChanged _,
                    Change.ChannelGone _,
                    Change.RoleMade _,
                    Change.RoleChanged _,
                    Change.RoleGone _ -> true;
            default -> false;
        };
    }

    private boolean shows(Person me, Post post) {
        Place place = world.places.get(post.channel);
        return place != null && world.isHome(place) && world.sees(me, post);
    }

    private boolean isHome(Member member) {
        return member.guild == world.home();
    }

    private Optional<JsonObject> member(Member member) {
        return isHome(member) ? of(type("member").put("member", json.member(member))) : Optional.empty();
    }

    /** Says to the one who asked what the bot offers: a form, choices, or nothing yet. */
    private static Optional<JsonObject> takenUp(Interaction asked) {
        return of(type("taken")
                .put("interactionId", DiscordJson.text(asked.id))
                .put("messageId", asked.message == 0 ? null : DiscordJson.text(asked.message))
                .put("modal", asked.offered.containsKey("custom_id") ? asked.offered : null)
                .put("choices", asked.offered.getJsonArray("choices")));
    }

    private Optional<JsonObject> message(String type, Post post, Person me) {
        return shows(me, post) ? of(type(type).put("message", json.message(post, me))) : Optional.empty();
    }

    private Optional<JsonObject> thread(Place thread, Person me) {
        return world.isHome(thread) && world.sees(me, thread)
                ? of(type("thread").put("thread", json.thread(thread)))
                : Optional.empty();
    }

    /** To whoever comes into a private thread, or is put out of it, all that is said there comes or goes. */
    private Optional<JsonObject> threadPeople(Change.ThreadPeople change, Person me) {
        Place thread = change.thread();
        boolean mine = change.joined().contains(me.id()) || change.left().contains(me.id());
        return mine && thread.kind == Place.Kind.PRIVATE_THREAD && world.isHome(thread)
                ? of(type("guild"))
                : thread(thread, me);
    }

    private static JsonObject type(String type) {
        return new JsonObject().put("type", type);
    }

    private static Optional<JsonObject> of(JsonObject news) {
        return Optional.of(news);
    }
}
