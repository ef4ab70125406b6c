package io.tummler.community;

import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import java.time.LocalDate;
import java.util.List;

/** What this engine says. */
final class Says {
    private Says() {}

    record JoinCommand() implements Sentence {}

    record LeaveCommand() implements Sentence {}

    record LeftAll() implements Sentence {}

    record JoinTitle() implements Sentence {}

    record PurposeExplained(Purpose purpose, boolean given) implements Sentence {}

    record JoinNext(boolean introductions) implements Sentence {}

    record Allow(Purpose purpose) implements Sentence {}

    record Stop(Purpose purpose) implements Sentence {}

    record MeCommand() implements Sentence {}

    record MeOption() implements Sentence {}

    record MeTitle() implements Sentence {}

    record MeMore() implements Sentence {}

    record Since(LocalDate since, List<Purpose> consents) implements Sentence {}

    record Exported(String json, int part, int parts) implements Sentence {}

    record NextPart() implements Sentence {}

    record ForgetAsk() implements Sentence {}

    record ForgetYes() implements Sentence {}

    record Forgotten() implements Sentence {}
}
