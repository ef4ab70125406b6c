package io.tummler.credit;

import io.tummler.api.MemberId;
import io.tummler.api.Reciprocity.Cause;
import io.tummler.api.Reciprocity.Standing;
import io.tummler.credit.trust.Trust;
import io.tummler.credit.trust.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the members of one community say of each other, and what follows from it as of a day. */
final class Repute {
    /** Whoever said nothing for so long has little to say of who helps now. */
    static final Duration OF_LATE = Duration.ofDays(180);

    /** Walks are drawn; the same ledger gives the same scores. */
    private static final long SEED = 1;

    private final LocalDate day;
    private final Map<MemberId, MemberId> persons;
    private final boolean young;
    private final Trust trust = new Trust(Tuning.SHIPPED, SEED);
    private final Map<MemberId, Integer> numbers = new HashMap<>();
    private final List<MemberId> members = new ArrayList<>();
    /** When each of them said last that somebody helped. */
    private final List<Instant> lastSaid = new ArrayList<>();

    /** Which account of each person that has several said last of a member that it helped; others see none of the rest. */
    private final Map<Said, MemberId> accounts = new HashMap<>();

    private long readUpTo;

    private record Said(int by, int of) {}

    /**
     * @param persons by which account each member with several is known
     * @param young whether members are trusted because they came first, as long as they say something
     */
    Repute(LocalDate day, Map<MemberId, MemberId> persons, boolean young) {
        this.day = day;
        this.persons = persons;
        this.young = young;
    }

    LocalDate day() {
        return day;
    }

    /** What the ledger has so far, in the order of its numbers. */
    synchronized void read(Book.Word word) {
        take(word);
        readUpTo = word.seq();
    }

    /**
     * What was booked since, each once; what was read is left alone.
     *
     * @return false when the one who says it may be trusted by that, so that all has to be read anew
     */
    synchronized boolean hear(Book.Word word) {
        if (word.seq() <= readUpTo) return true;
        boolean begins =
                young && word.worth() > 0 && isSilentSince(word.by(), word.at().minus(OF_LATE));
        take(word);
        return !begins;
    }

    private boolean isSilentSince(MemberId member, Instant then) {
        Integer number = numbers.get(persons.getOrDefault(member, member));
        return number == null || !lastSaid.get(number).isAfter(then);
    }

    private void take(Book.Word word) {
        int by = number(word.by());
        int of = number(word.member());
        if (word.worth() == 0 || by == of) return;
        trust.said(by, of, word.worth(), word.at().getEpochSecond());
        if (persons.containsKey(word.by())) accounts.put(new Said(by, of), word.by());
        if (word.at().isAfter(lastSaid.get(by))) lastSaid.set(by, word.at());
    }

    /** All accounts of a person are one. */
    private int number(MemberId member) {
        return numbers.computeIfAbsent(persons.getOrDefault(member, member), person -> {
            members.add(person);
            lastSaid.add(Instant.EPOCH);
            return members.size() - 1;
        });
    }

    /** Who said after then that somebody helped. */
    synchronized Set<MemberId> speakersSince(Instant then) {
        Set<MemberId> speakers = new HashSet<>();
        for (int at = 0; at < members.size(); at++) if (lastSaid.get(at).isAfter(then)) speakers.add(members.get(at));
        return speakers;
    }

    synchronized void trust(Collection<MemberId> seeds, Instant now) {
        trust.seeds(seeds.stream().mapToInt(this::number).distinct().toArray());
        trust.anew(now.getEpochSecond());
    }

    /** Of whom at least so much is sure. */
    synchronized List<MemberId> sureOfAtLeast(double points) {
        List<MemberId> sure = new ArrayList<>();
        for (int at = 0; at < members.size(); at++)
            if (trust.of(at).filter(it -> it.atLeast() >= points).isPresent()) sure.add(members.get(at));
        return sure;
    }

    synchronized Standing of(MemberId member) {
        Integer number = numbers.get(persons.getOrDefault(member, member));
        if (number == null) return new Standing.NotYetKnown();
        return trust.of(number).<Standing>map(it -> known(number, it)).orElseGet(Standing.NotYetKnown::new);
    }

    private Standing.Known known(int number, Trust.Standing standing) {
        return new Standing.Known(
                (int) Math.round(standing.score()),
                // Never more than there is: what is sure decides about favours.
                (int) standing.atLeast(),
                standing.given(),
                standing.received(),
                standing.causes().stream().map(it -> cause(number, it)).toList());
    }

    private Cause cause(int of, Trust.Cause cause) {
        MemberId by = accounts.getOrDefault(new Said(cause.by(), of), members.get(cause.by()));
        return new Cause(by, Instant.ofEpochSecond(cause.lastSecond()), cause.times(), cause.points());
    }

    /** By how much a score would rise if one more member, trusted in full, said that this one helped. */
    synchronized int another(MemberId member) {
        double score = of(member) instanceof Standing.Known known ? known.score() : 0;
        // With each so many people, half of what is still to be had.
        return (int) Math.round((100 - score) * (1 - Math.pow(0.5, 1 / Tuning.SHIPPED.people())));
    }
}
