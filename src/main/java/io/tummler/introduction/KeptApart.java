package io.tummler.introduction;

import io.tummler.api.ExclusionMade;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Wording;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * What becomes of an introduction of two of whom one wants to be kept from the other. Neither may learn anything by it, not
 * even who names one suspect after the other to find out who asks or who offers: to the asker it looks like a helper who
 * gives no answer, and to a helper who said yes like such an asker.
 */
@Singleton
class KeptApart {
    private final IntroductionDesk desk;
    private final Ids ids;
    private final Clock clock;

    KeptApart(IntroductionDesk desk, Ids ids, Clock clock) {
        this.desk = desk;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whom a member wants to be kept from is as good as refused. What this member is asked right now stays, to lead to
     * nothing once it is answered: were it taken back, that would tell who is behind it. What two people have begun goes on.
     */
    void excluded(@Observes ExclusionMade made) {
        for (IntroductionRow row : Timetable.of(made.member())) {
            boolean open = switch (row.state) {
                case PROPOSED, ASKED, ACCEPTED -> true;
                case DECLINED, CONNECTED, CHECKED_IN, CLOSED, LAPSED -> false;
            };
            boolean isAsked = row.turn().filter(made.member()::equals).isPresent();
            if (open && !isAsked && desk.areApart(row)) refuse(row);
        }
    }

    private void refuse(IntroductionRow row) {
        // In a ring nobody is asked after a yes, and each waits for the same day.
        if (row.broker == null && !row.isOfRing() && row.acceptedAt != null) {
            waitInVain(row, row.acceptedAt, Objects.requireNonNull(row.due));
            row.acceptedAt = null;
        }
        desk.move(row, State.Event.NO);
    }

    /** The helper says yes to an asker who will not be asked. */
    void acceptInVain(IntroductionRow row) {
        Instant now = clock.instant();
        waitInVain(row, now, now.plus(desk.settings(row.community()).answerWithin()));
        desk.move(row, State.Event.NO);
    }

    /** What a yes leaves that leads to nothing: an introduction of the helper's own, of which no asker knows. */
    private void waitInVain(IntroductionRow row, Instant acceptedAt, Instant due) {
        MemberId helper = row.helpedBy();
        IntroductionRow own = IntroductionRow.of(
                ids.next(),
                row.community(),
                ids.next(),
                helper,
                helper,
                new Wording(row.isByName() ? IntroductionRow.FORGOTTEN : row.brings),
                acceptedAt,
                due);
        own.brings = row.brings;
        own.state = State.DECLINED;
        own.acceptedAt = acceptedAt;
        own.persist();
    }
}
