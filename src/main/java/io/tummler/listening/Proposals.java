package io.tummler.listening;

import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Remembers what was proposed to whom, so that nobody is bothered twice with the same or often with anything. Keeps
 * hashes, in memory: at most {@value #REMEMBERED_MAX} of each of at most {@value #MEMBERS_MAX} members. What is
 * forgotten early, by a restart above all, may be proposed again, which costs the member a press.
 */
@Singleton
class Proposals {
    static final Duration NOT_AGAIN_FOR = Duration.ofDays(30);
    static final int A_DAY_MAX = 3;
    static final int REMEMBERED_MAX = 100;
    static final int MEMBERS_MAX = 50_000;

    private final SequencedMap<MemberId, SequencedMap<String, Instant>> proposed = new LinkedHashMap<>(16, .75f, true);

    /** Whether this may be proposed to this member now; if so, it has been. */
    synchronized boolean take(MemberId member, Statement.Kind kind, Wording wording, Instant now) {
        SequencedMap<String, Instant> earlier = proposed.computeIfAbsent(member, any -> new LinkedHashMap<>());
        if (proposed.size() > MEMBERS_MAX) proposed.pollFirstEntry();
        earlier.values().removeIf(at -> !at.plus(NOT_AGAIN_FOR).isAfter(now));
        long today = earlier.values().stream()
                .filter(at -> at.plus(Duration.ofDays(1)).isAfter(now))
                .count();
        String hash = hash(member, kind, wording);
        if (today >= A_DAY_MAX || earlier.containsKey(hash)) return false;
        earlier.put(hash, now);
        if (earlier.size() > REMEMBERED_MAX) earlier.pollFirstEntry();
        return true;
    }

    synchronized void clear() {
        proposed.clear();
    }

    synchronized void forget(MemberId member) {
        proposed.remove(member);
    }

    private static String hash(MemberId member, Statement.Kind kind, Wording wording) {
        String said = member + " " + kind + " " + wording.text().toLowerCase(Locale.ROOT);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
