package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The world as the chat page shows it to one person. Called inside the world's lock. */
final class PageJson {
    private static final int NEWEST = 200;
    private static final String[] STYLES = {"primary", "secondary", "success", "danger", "link"};

    private final World world;
    private final Acts acts;
    private final Duration patience;

    PageJson(World world, Acts acts, Duration patience) {
        this.world = world;
        this.acts = acts;
        this.patience = patience;
    }

    JsonObject world(Person me) {
        var channels = new JsonArray();
        var threads = new JsonArray();
        var dms = new JsonArray();
        var messages = new JsonObject();
        for (Place place : world.places.values()) {
            if (!world.isHome(place) || !world.sees(me, place)) continue;
            switch (place.kind) {
                case TEXT, ANNOUNCEMENT, FORUM -> channels.add(channel(place));
                case CATEGORY -> {
                    continue;
                }
                case PUBLIC_THREAD, PRIVATE_THREAD, ANNOUNCEMENT_THREAD -> threads.add(thread(place));
                case DM -> dms.add(dm(place, me));
            }
            messages.put(DiscordJson.text(place.id), newest(place, me));
        }
        return new JsonObject()
                .put("me", DiscordJson.text(me.id()))
                .put("now", world.clock.instant().toString())
                .put(
                        "guild",
                        new JsonObject()
                                .put("id", DiscordJson.text(world.home().id))
                                .put("name", world.home().name))
                .put("members", DiscordJson.array(world.home().members.values(), this::member))
                .put("channels", channels)
                .put("threads", threads)
                .put("dms", dms)
                .put("messages", messages)
                .put("commands", commands(me))
                .put("menus", menus(me))
                .put("roles", DiscordJson.array(world.home().roles.values(), PageJson::role))
                .put("botOnline", world.botOnline)
                .put("patienceMs", patience.toMillis());
    }

    private JsonArray newest(Place place, Person me) {
        List<Post> seen = new ArrayList<>();
        for (Post post : world.postsIn(place.id).descendingMap().values()) {
            if (seen.size() == NEWEST) break;
            if (world.sees(me, post)) seen.add(post);
        }
        return DiscordJson.array(seen.reversed(), post -> message(post, me));
    }

    JsonArray commands(Person me) {
        return DiscordJson.array(acts.commands(me), form -> form.forPage(me.locale));
    }

    JsonArray menus(Person me) {
        return DiscordJson.array(
                acts.menus(me),
                entry -> new JsonObject()
                        .put("name", entry.getString("name"))
                        .put("shown", Locales.in(me.locale, entry, "name"))
                        .put("of", entry.getInteger("type") == CommandForm.USER_MENU ? "user" : "message"));
    }

    private static JsonObject role(Role role) {
        return new JsonObject()
                .put("id", DiscordJson.text(role.id()))
                .put("name", role.name())
                .put("color", role.color());
    }

    JsonObject member(Member member) {
        Person.Portrait is = member.person.portrait;
        return new JsonObject()
                .put("id", DiscordJson.text(is.id()))
                .put("username", is.username())
                .put("name", is.name())
                .put("color", is.color())
                .put("bio", is.bio())
                .put("trade", is.trade())
                .put("looksFor", new JsonArray(List.copyOf(is.looksFor())))
                .put("offers", new JsonArray(List.copyOf(is.offers())))
                .put("bot", is.bot())
                .put("status", world.presence(member.person).status())
                .put(
                        "roles",
                        new JsonArray(List.copyOf(member.roles.stream()
                                .map(id -> member.guild.role(id).name())
                                .toList())))
                .put("dmsOpen", member.person.dmsOpen);
    }

    private static JsonObject channel(Place place) {
        return new JsonObject()
                .put("id", DiscordJson.text(place.id))
                .put("name", place.name)
                .put("topic", place.topic)
                .put("type", place.kind.name().toLowerCase(Locale.ROOT))
                .put("private", place.isPrivate());
    }

    JsonObject thread(Place place) {
        return new JsonObject()
                .put("id", DiscordJson.text(place.id))
                .put("name", place.name)
                .put("parentId", DiscordJson.text(place.parent))
                .put("memberIds", DiscordJson.texts(place.people))
                .put("archived", place.archived)
                .put("locked", place.locked)
                .put("type", place.kind.type)
                .put("private", place.kind == Place.Kind.PRIVATE_THREAD);
    }

    JsonObject dm(Place place, Person me) {
        long other =
                place.people.stream().filter(it -> it != me.id()).findFirst().orElse(me.id());
        return new JsonObject().put("id", DiscordJson.text(place.id)).put("withId", DiscordJson.text(other));
    }

    /** Components, embeds and attachments stand as Discord has them. */
    JsonObject message(Post post, Person me) {
        Instant edited = post.editedAt;
        var reactions = new JsonArray();
        post.reactions.forEach((emoji, who) -> reactions.add(
                new JsonObject().put("emoji", emoji).put("count", who.size()).put("me", who.contains(me.id()))));
        Post.Origin origin = post.origin;
        return new JsonObject()
                .put("id", DiscordJson.text(post.id))
                .put("channelId", DiscordJson.text(post.channel))
                .put("authorId", DiscordJson.text(post.author))
                .put("at", Snowflakes.at(post.id).toString())
                .put("editedAt", edited == null ? null : edited.toString())
                .put("content", post.text())
                .put("ephemeral", post.isEphemeral())
                .put("deferred", post.is(Post.LOADING))
                .put("replyToId", post.replyTo == 0 ? null : DiscordJson.text(post.replyTo))
                .put("interaction", interaction(origin))
                .put("system", post.system)
                .put("secondVersion", post.is(Post.COMPONENTS_V2))
                .put("components", post.components)
                .put("embeds", post.embeds)
                .put("attachments", post.attachments)
                .put("reactions", reactions);
    }

    /** What the page names is commands; a press has no name that anybody would read. */
    private static @Nullable JsonObject interaction(Post.@Nullable Origin origin) {
        return origin == null || origin.type() != Interaction.COMMAND
                ? null
                : new JsonObject().put("name", origin.name()).put("userId", DiscordJson.text(origin.user()));
    }

    static String style(JsonObject button) {
        return STYLES[Math.clamp(button.getInteger("style", 2), 1, STYLES.length) - 1];
    }
}
