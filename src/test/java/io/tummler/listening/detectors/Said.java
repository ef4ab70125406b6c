package io.tummler.listening.detectors;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.SignalDetector;
import io.tummler.api.SignalDetector.Finding;
import io.tummler.api.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A conversation for tests: each line a minute after the one before. */
final class Said {
    static final MemberId ANA = member(1);
    static final MemberId BEN = member(2);
    static final MemberId CEM = member(3);

    private final List<Utterance> before = new ArrayList<>();

    static MemberId member(long number) {
        return new MemberId(new UUID(0, number));
    }

    static Finding alone(SignalDetector detector, String text) {
        return new Said().then(detector, ANA, text);
    }

    Said by(MemberId speaker, String text, MemberId... mentioned) {
        before.add(utterance(speaker, text, Optional.empty(), mentioned));
        return this;
    }

    Said answering(MemberId whom, MemberId speaker, String text) {
        before.add(utterance(speaker, text, Optional.of(whom)));
        return this;
    }

    Finding then(SignalDetector detector, MemberId speaker, String text, MemberId... mentioned) {
        return detector.inspect(utterance(speaker, text, Optional.empty(), mentioned), before);
    }

    Finding thenAnswering(SignalDetector detector, MemberId whom, MemberId speaker, String text) {
        return detector.inspect(utterance(speaker, text, Optional.of(whom)), before);
    }

    /** It mentions or answers somebody who is no member. */
    Finding thenToAStranger(SignalDetector detector, MemberId speaker, String text) {
        return detector.inspect(utterance(speaker, text, Optional.empty(), true), before);
    }

    private Utterance utterance(MemberId speaker, String text, Optional<MemberId> repliedTo, MemberId... mentioned) {
        return utterance(speaker, text, repliedTo, false, mentioned);
    }

    private Utterance utterance(
            MemberId speaker, String text, Optional<MemberId> repliedTo, boolean addressed, MemberId... mentioned) {
        return new Utterance(
                new CommunityId(new UUID(1, 1)),
                speaker,
                "m" + before.size(),
                "bikes",
                "1434829707018240021",
                "p1",
                Instant.parse("2026-03-01T10:00:00Z").plusSeconds(60L * before.size()),
                text,
                List.of(mentioned),
                repliedTo,
                addressed);
    }
}
