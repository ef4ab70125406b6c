package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who is in a guild, in chunks, for a bot that asks for it through the gateway. */
final class MemberRequests {
    private static final int CHUNK_MAX = 1_000;
    private static final int SEARCH_MAX = 100;
    private static final int NONCE_BYTES_MAX = 32;
    private static final Duration ALL_AGAIN_AFTER = Duration.ofSeconds(30);

    private final World world;
    private final DiscordJson json;
    private final Limits limits;
    private final Map<Asking, Instant> askedForAll = new HashMap<>();

    private record Asking(long bot, long guild) {}

    MemberRequests(World world, DiscordJson json, Limits limits) {
        this.world = world;
        this.json = json;
        this.limits = limits;
    }

    /**
     * Whoever asks for everybody needs the intent to know members; some of them, by name or id, anybody may ask for.
     *
     * @throws ClassCastException if the request has another form than Discord's
     */
    void answer(GatewaySession session, JsonObject asked) {
        Audience to = session.audience;
        Guild guild =
                world.guilds.get(Snowflakes.parse(asked.getValue("guild_id").toString()));
        if (guild == null || !to.knows(guild.id) || !guild.has(world.bot())) return;
        Set<String> ids = ids(asked);
        String query = asked.getString("query", "");
        if (ids.isEmpty() && !asked.containsKey("query")) throw new ClassCastException("neither query nor user_ids");
        boolean everybody = ids.isEmpty() && query.isEmpty();
        if (everybody && isTooSoon(session, guild.id, asked)) return;
        boolean may = !everybody || to.intents().has(Intents.GUILD_MEMBERS);
        int limit = ids.isEmpty() ? asked.getInteger("limit") : 0;
        int most = everybody ? (limit == 0 ? Integer.MAX_VALUE : limit) : limit == 0 ? SEARCH_MAX : limit;
        List<Member> found = guild.members.values().stream()
                .filter(_ -> may)
                .filter(it -> ids.isEmpty() || ids.contains(DiscordJson.text(it.id())))
                .filter(it -> it.person.username().startsWith(query.toLowerCase(Locale.ROOT)))
                .limit(everybody ? most : Math.min(most, SEARCH_MAX))
                .toList();
        boolean presences = asked.getBoolean("presences", false) && to.intents().has(Intents.GUILD_PRESENCES);
        int chunks = Math.max(1, (found.size() + CHUNK_MAX - 1) / CHUNK_MAX);
        for (int i = 0; i < chunks; i++) {
            List<Member> some = found.subList(i * CHUNK_MAX, Math.min(found.size(), (i + 1) * CHUNK_MAX));
            JsonObject chunk = new JsonObject()
                    .put("guild_id", DiscordJson.text(guild.id))
                    .put("members", DiscordJson.array(some, json::member))
                    .put("chunk_index", i)
                    .put("chunk_count", chunks);
            if (!ids.isEmpty()) chunk.put("not_found", new JsonArray(missing(ids, found)));
            if (presences)
                chunk.put(
                        "presences",
                        DiscordJson.array(some, it -> world.presence(it.person).toJson(it.id())));
            session.dispatch("GUILD_MEMBERS_CHUNK", withNonce(chunk, asked).encode());
        }
    }

    private static Set<String> ids(JsonObject asked) {
        Set<String> ids = new LinkedHashSet<>();
        Object given = asked.getValue("user_ids");
        if (given instanceof JsonArray several)
            several.stream().limit(SEARCH_MAX).forEach(id -> ids.add(id.toString()));
        else if (given != null) ids.add(given.toString());
        return ids;
    }

    private static List<String> missing(Set<String> ids, List<Member> found) {
        Set<String> missing = new LinkedHashSet<>(ids);
        found.forEach(member -> missing.remove(DiscordJson.text(member.id())));
        return List.copyOf(missing);
    }

    /** Everybody of a guild may be asked for once in half a minute. */
    private boolean isTooSoon(GatewaySession session, long guild, JsonObject asked) {
        Instant now = world.clock.instant();
        askedForAll.values().removeIf(then -> !now.isBefore(then.plus(ALL_AGAIN_AFTER)));
        Instant before = askedForAll.putIfAbsent(new Asking(world.self(), guild), now);
        if (before == null || !limits.reached()) return false;
        double seconds = Duration.between(now, before.plus(ALL_AGAIN_AFTER)).toMillis() / 1_000.0;
        session.dispatch(
                "RATE_LIMITED",
                new JsonObject()
                        .put("opcode", Op.REQUEST_GUILD_MEMBERS)
                        .put("retry_after", seconds)
                        .put("meta", withNonce(new JsonObject().put("guild_id", DiscordJson.text(guild)), asked))
                        .encode());
        return true;
    }

    /** A nonce that is too long is ignored, as Discord does it. */
    private static JsonObject withNonce(JsonObject json, JsonObject asked) {
        String nonce = asked.getString("nonce");
        boolean fits = nonce != null && nonce.getBytes(StandardCharsets.UTF_8).length <= NONCE_BYTES_MAX;
        return fits ? json.put("nonce", nonce) : json;
    }
}
