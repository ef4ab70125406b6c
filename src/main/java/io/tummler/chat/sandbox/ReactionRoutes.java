package io.tummler.chat.sandbox;

import java.util.List;
import java.util.Set;

/** Reactions to messages, the bot's own and others'. */
final class ReactionRoutes {
    private static final int PAGE = 25;
    private static final int PAGE_MAX = 100;

    private final World world;
    private final DiscordJson json;
    private final Access access;

    ReactionRoutes(World world, DiscordJson json, Access access) {
        this.world = world;
        this.json = json;
        this.access = access;
    }

    void on(Rest rest) {
        String all = "/channels/:channel/messages/:message/reactions";
        String one = all + "/:emoji";
        rest.on("PUT", one + "/@me", this::add);
        rest.on("DELETE", one + "/@me", call -> takeBack(call, world.self()));
        rest.on("GET", one, this::who);
        rest.on("DELETE", one + "/:user", call -> {
            access.talk(call, Permissions.MANAGE_MESSAGES);
            return takeBack(call, call.id("user"));
        });
        rest.on("DELETE", one, call -> clear(call, call.text("emoji")));
        rest.on("DELETE", all, call -> clear(call, ""));
    }

    /** Whoever joins in with what others reacted with needs no right to react. */
    private RestCall.Answer add(RestCall call) {
        Place place = access.talk(call, Permissions.READ_MESSAGE_HISTORY);
        Post post = access.post(call);
        if (!post.reactions.containsKey(call.text("emoji"))) access.need(place, Permissions.ADD_REACTIONS);
        world.react(post, world.self(), call.text("emoji"), true);
        return call.none();
    }

    private RestCall.Answer takeBack(RestCall call, long who) {
        access.talk(call, 0);
        world.react(access.post(call), who, call.text("emoji"), false);
        return call.none();
    }

    private RestCall.Answer clear(RestCall call, String emoji) {
        Place place = access.talk(call, Permissions.MANAGE_MESSAGES);
        if (place.isDm()) throw Access.inDirectMessages();
        world.clearReactions(access.post(call), emoji);
        return call.none();
    }

    private RestCall.Answer who(RestCall call) {
        access.talk(call, 0);
        long after = call.queryId("after");
        List<Long> page = access.post(call).reactions.getOrDefault(call.text("emoji"), Set.of()).stream()
                .filter(it -> it > after)
                .sorted()
                .limit(call.query("limit", PAGE, PAGE_MAX))
                .toList();
        return call.ok(DiscordJson.array(page, who -> json.user(world.person(who))));
    }
}
