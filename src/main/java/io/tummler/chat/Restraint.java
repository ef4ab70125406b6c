package io.tummler.chat;

import io.tummler.api.Attention;
import io.tummler.api.CommunityId;
import io.tummler.api.Mode;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What has to wait although its time has come: nothing of it is lost, and it is looked at again. */
@Singleton
record Restraint(Settings settings, Attention attention) {
    private static final Duration UNTIL_LIVE = Duration.ofMinutes(1);
    private static final Duration UNTIL_ASKED = Duration.ofMinutes(5);

    /** Whether its time goes by without it: nobody who wants to be left alone is asked later about what was long ago. */
    boolean drops(OutboxRow row, Instant now) {
        return row.kind == OutboxRow.Kind.WHISPER && attention.isPaused(row.recipient(), now);
    }

    /** How long until it is looked again whether this may go out; empty when it may. */
    Optional<Duration> holdsBack(OutboxRow row, Instant now) {
        var community = new CommunityId(row.communityId);
        boolean wanted = row.kind == OutboxRow.Kind.ANSWER || row.kind == OutboxRow.Kind.POST;
        if (!wanted && settings.of(community).mode() != Mode.LIVE) return Optional.of(UNTIL_LIVE);
        return row.asks && !attention.mayBeAsked(community, row.recipient(), now)
                ? Optional.of(UNTIL_ASKED)
                : Optional.empty();
    }
}
