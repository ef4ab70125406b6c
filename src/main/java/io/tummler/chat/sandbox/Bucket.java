package io.tummler.chat.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/**
 * What routes share a rate limit, and which. Discord publishes none of the figures; these are the ones that bots have seen.
 *
 * @param hash what Discord calls it, the same for all channels
 */
record Bucket(String hash, int requests, Duration per) {
    private static final int HASH_BYTES = 16;
    private static final String MESSAGES = "/channels/:channel/messages";
    private static final String MESSAGE = MESSAGES + "/:message";
    private static final String ROLE = "/guilds/:guild/members/:user/roles/:role";
    private static final String WEBHOOK = "/webhooks/:application/:token";

    private record Limit(String group, int requests, Duration per) {}

    private static final Limit REACTIONS = new Limit("reactions", 1, Duration.ofMillis(250));
    private static final Limit ROLES = new Limit("roles", 10, Duration.ofSeconds(10));
    private static final Limit WEBHOOKS = new Limit("webhook", 5, Duration.ofSeconds(2));
    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final int USUAL_REQUESTS = 50;

    private static final Map<String, Limit> KNOWN = Map.ofEntries(
            Map.entry("POST " + MESSAGES, new Limit("send", 5, Duration.ofSeconds(5))),
            Map.entry("PATCH " + MESSAGE, new Limit("edit", 5, Duration.ofSeconds(5))),
            Map.entry("DELETE " + MESSAGE, new Limit("delete", 5, Duration.ofSeconds(1))),
            Map.entry("POST " + MESSAGES + "/bulk-delete", new Limit("bulk-delete", 1, Duration.ofSeconds(1))),
            Map.entry("POST /channels/:channel/typing", new Limit("typing", 5, Duration.ofSeconds(5))),
            Map.entry("PUT " + MESSAGE + "/reactions/:emoji/@me", REACTIONS),
            Map.entry("DELETE " + MESSAGE + "/reactions/:emoji/@me", REACTIONS),
            Map.entry("DELETE " + MESSAGE + "/reactions/:emoji/:user", REACTIONS),
            Map.entry("PUT " + ROLE, ROLES),
            Map.entry("DELETE " + ROLE, ROLES),
            Map.entry("POST " + WEBHOOK, WEBHOOKS),
            Map.entry("PATCH " + WEBHOOK + "/messages/:message", WEBHOOKS),
            Map.entry("DELETE " + WEBHOOK + "/messages/:message", WEBHOOKS));

    /** A channel's name and topic change twice in ten minutes, whoever asks. */
    static final Bucket RENAMING = new Bucket(hash("renaming"), 2, Duration.ofMinutes(10));

    /**
     * @param template such as {@code /channels/:channel/messages}
     */
    static Bucket of(String method, String template) {
        String route = method + ' ' + template;
        Limit limit = KNOWN.getOrDefault(route, new Limit(route, USUAL_REQUESTS, USUAL));
        return new Bucket(hash(limit.group()), limit.requests(), limit.per());
    }

    private static String hash(String of) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
