package io.tummler.chat.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The bot's logins, and which of them hear the same. Guarded by the world's lock. */
final class Sessions {
    /** "A few minutes", says Discord. */
    private static final Duration AWAY_MAX = Duration.ofMinutes(5);

    private static final int SESSIONS_MAX = 1_000;

    private final Map<String, GatewaySession> all = new LinkedHashMap<>();
    private final Map<Audience, List<GatewaySession>> audiences = new LinkedHashMap<>();

    void add(GatewaySession session, Instant now) {
        forgetAway(now);
        if (all.size() >= SESSIONS_MAX) remove(all.values().iterator().next());
        all.put(session.id, session);
        audiences.computeIfAbsent(session.audience, _ -> new ArrayList<>()).add(session);
    }

    void remove(GatewaySession session) {
        all.remove(session.id);
        List<GatewaySession> same = audiences.get(session.audience);
        if (same == null) return;
        same.remove(session);
        if (same.isEmpty()) audiences.remove(session.audience);
    }

    /** Whoever is away for too long must log in anew. */
    void forgetAway(Instant now) {
        List.copyOf(all.values()).stream()
                .filter(it -> it.isAwaySince(now.minus(AWAY_MAX)))
                .forEach(this::remove);
    }

    Optional<GatewaySession> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    void clear() {
        all.clear();
        audiences.clear();
    }

    Collection<GatewaySession> all() {
        return all.values();
    }

    Map<Audience, List<GatewaySession>> byAudience() {
        return audiences;
    }

    /** The numbers of the shards of a bot that are connected, or those of which only the session is left. */
    Set<Integer> shards(long bot, boolean connected) {
        return all.values().stream()
                .filter(it -> it.audience.bot() == bot && it.isConnected() == connected)
                .map(it -> it.audience.shard())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isConnected(long bot) {
        return all.values().stream().anyMatch(it -> it.audience.bot() == bot && it.isConnected());
    }
}
