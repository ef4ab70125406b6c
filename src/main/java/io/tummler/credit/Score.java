package io.tummler.credit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import io.tummler.api.Account;
import io.tummler.api.MemberId;
import io.tummler.api.Reciprocity.Cause;
import io.tummler.api.Reciprocity.Standing;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works out a reciprocity from transfers; pure.
 *
 * <p>Up to {@value #GIVING_MAX} points are for giving (helping, being thanked, bringing others together), up to
 * {@value #TAKING_PART_MAX} for taking part (meeting, being helped, thanking). Every {@value #PEOPLE_FOR_HALF} people
 * more bring half of the points that are still to be had. Breadth counts: the strongest thing between two members
 * counts in full, the next between the same two a quarter of itself, the third a sixteenth, so that whatever two do for
 * each other is worth at most a third more than doing it once. Of bringing others together the ledger doesn't tell whom, so
 * all of it counts as between the member and one and the same nobody: it adds to a score, but can't make one, for two
 * willing accounts could be brought together without end. What happened fades by half every {@link #HALF_LIFE}.
 */
final class Score {
    static final int GIVING_MAX = 80;
    static final int TAKING_PART_MAX = 20;
    static final int PEOPLE_FOR_HALF = 4;
    static final double REPEATED = 0.25;
    static final Duration HALF_LIFE = Duration.ofDays(180);

    /** What happened longer ago counts for nothing: it has faded to a sixteenth. */
    static final Duration MEMORY = HALF_LIFE.multipliedBy(4);

    private static final int CAUSES_MAX = 5;

    private Score() {}

    /** One thing between a member and another (or nobody in particular), and what it is worth. */
    private record Deed(Reason reason, Optional<MemberId> with, Instant at, double worth) {
        Deed times(double factor) {
            return new Deed(reason, with, at, worth * factor);
        }
    }

    /**
     * @param transfers those that this member got or brought about, in any order; others count nothing
     */
    static Standing of(MemberId member, List<Transfer> transfers, Instant now) {
        var giving = new ArrayList<Deed>();
        var takingPart = new ArrayList<Deed>();
        for (Transfer transfer : transfers) {
            double left = left(transfer.at(), now);
            Optional<MemberId> receiver = receiver(transfer);
            if (left == 0 || receiver.equals(transfer.by())) continue;
            if (receiver.equals(Optional.of(member))) {
                giving.add(deed(transfer, transfer.by(), left * worthOfGiving(transfer.reason())));
                takingPart.add(deed(transfer, transfer.by(), left * worthOfMeeting(transfer.reason())));
            } else if (transfer.by().equals(Optional.of(member))) {
                takingPart.add(deed(transfer, receiver, left * worthOfReceiving(transfer.reason())));
            }
        }
        giving.removeIf(it -> it.worth() == 0);
        takingPart.removeIf(it -> it.worth() == 0);
        if (giving.isEmpty() && takingPart.isEmpty()) return new Standing.NotYetKnown();

        List<Deed> points = Stream.concat(
                        points(giving, GIVING_MAX).stream(), points(takingPart, TAKING_PART_MAX).stream())
                .toList();
        return new Standing.Known(
                (int) Math.round(points.stream().mapToDouble(Deed::worth).sum()),
                people(giving.stream().filter(it -> it.reason() != Reason.BROKERED)),
                people(takingPart.stream().filter(it -> it.reason() == Reason.HELPED)),
                causes(points));
    }

    private static Deed deed(Transfer transfer, Optional<MemberId> with, double worth) {
        return new Deed(transfer.reason(), with, transfer.at(), worth);
    }

    private static double worthOfGiving(Reason reason) {
        return switch (reason) {
            case HELPED -> 1;
            case THANKED, BROKERED -> 0.5;
            case CONNECTED, TASK_DONE -> 0;
        };
    }

    /** A meeting is booked to both sides, so that the transfer to this member tells it all. */
    private static double worthOfMeeting(Reason reason) {
        return switch (reason) {
            case CONNECTED -> 1;
            case HELPED, THANKED, BROKERED, TASK_DONE -> 0;
        };
    }

    private static double worthOfReceiving(Reason reason) {
        return switch (reason) {
            case HELPED, THANKED -> 0.5;
            case CONNECTED, BROKERED, TASK_DONE -> 0;
        };
    }

    /** How much time has left of something, 0 to 1. */
    private static double left(Instant at, Instant now) {
        if (at.isBefore(now.minus(MEMORY))) return 0;
        double age = Math.max(0, Duration.between(at, now).toSeconds());
        return Math.pow(0.5, age / HALF_LIFE.toSeconds());
    }

    private static Optional<MemberId> receiver(Transfer transfer) {
        return switch (transfer.credit()) {
            case Account.OfMember of -> Optional.of(of.member());
            case Account.OfBrand _, Account.OfCommunity _ -> Optional.empty();
        };
    }

    /** The deeds, each worth its part of the points that they bring together. */
    private static List<Deed> points(List<Deed> deeds, int max) {
        var before = new HashMap<Optional<MemberId>, Integer>();
        List<Deed> worn = deeds.stream()
                .sorted(comparingDouble(Deed::worth).reversed())
                .map(it -> it.times(Math.pow(REPEATED, before.merge(it.with(), 1, Integer::sum) - 1)))
                .toList();
        double people = worn.stream().mapToDouble(Deed::worth).sum();
        double points = max * (1 - Math.pow(0.5, people / PEOPLE_FOR_HALF));
        return worn.stream().map(it -> it.times(points / people)).toList();
    }

    private static int people(Stream<Deed> deeds) {
        return (int) deeds.flatMap(it -> it.with().stream()).distinct().count();
    }

    private static List<Cause> causes(List<Deed> points) {
        Map<Reason, Cause> causes = new EnumMap<>(Reason.class);
        for (Deed deed : points)
            causes.merge(deed.reason(), new Cause(deed.reason(), deed.at(), deed.worth()), Score::together);
        return causes.values().stream()
                .sorted(comparing(Cause::points).reversed())
                .limit(CAUSES_MAX)
                .toList();
    }

    private static Cause together(Cause one, Cause other) {
        Instant last = one.at().isAfter(other.at()) ? one.at() : other.at();
        return new Cause(one.reason(), last, one.points() + other.points());
    }
}
