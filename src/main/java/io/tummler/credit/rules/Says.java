package io.tummler.credit.rules;

import io.tummler.api.MemberId;
import io.tummler.api.Sentence;

/** Why something earned nothing. */
public final class Says {
    private Says() {}

    public record ThankedRecently(MemberId to, long days) implements Sentence {}

    /**
     * @param days for how long thanks of whoever is new earn less
     */
    public record ThanksOfSomebodyNew(MemberId to, long days) implements Sentence {}

    /** So often of late that nothing is left of what it earns. */
    public record ThankedOften(MemberId to, long days) implements Sentence {}

    public record ThanksUsedUp(int aWeek) implements Sentence {}
}
