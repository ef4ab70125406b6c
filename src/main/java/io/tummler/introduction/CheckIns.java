package io.tummler.introduction;

import io.tummler.api.Happening;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.StatementId;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells the other engines of those who meet, and of what each found. */
@Singleton
class CheckIns {
    /** How much later than planned a check-in may be, for the bot was away. */
    private static final Duration LATE = Duration.ofDays(1);

    private final IntroductionDesk desk;
    private final Restraints restraints;
    private final Matching matching;
    private final Clock clock;
    private final Event<Happening> happenings;

    CheckIns(
            IntroductionDesk desk, Restraints restraints, Matching matching, Clock clock, Event<Happening> happenings) {
        this.desk = desk;
        this.restraints = restraints;
        this.matching = matching;
        this.clock = clock;
        this.happenings = happenings;
    }

    /** These two are brought together now. */
    void begin(IntroductionRow row) {
        IntroductionSettings settings = desk.settings(row.community());
        Instant now = clock.instant();
        happenings.fire(new Happening.Connected(
                row.community(),
                row.introduction(),
                row.askedBy(),
                row.helpedBy(),
                row.brokeredBy(),
                now.plus(settings.checkInAfter()).plus(settings.closeAfter()).plus(LATE),
                now));
    }

    /** What one of them found; the introduction closes when both have said. */
    void found(IntroductionRow row, MemberId member, Finding finding) {
        boolean asker = row.askedBy().equals(member);
        restraints.answered(member);
        if (asker) row.askerFound = finding;
        else row.helperFound = finding;
        if (finding == Finding.HELPED) helped(row, member);
        if (asker && finding == Finding.HELPED && row.broker == null) {
            if (row.offer != null) matching.helped(new StatementId(row.offer));
            matching.close(new StatementId(row.about));
        }
        if (row.askerFound != null && (row.helperFound != null || row.isOfRing()))
            desk.move(row, State.Event.BOTH_ANSWERED);
    }

    private void helped(IntroductionRow row, MemberId member) {
        happenings.fire(new Happening.Helped(
                row.community(), row.introduction(), member, row.other(member), row.brokeredBy(), clock.instant()));
        if (row.askerFound == Finding.HELPED && row.helperFound == Finding.HELPED)
            happenings.fire(new Happening.BothHelped(
                    row.community(), row.introduction(), row.askedBy(), row.helpedBy(), clock.instant()));
    }
}
