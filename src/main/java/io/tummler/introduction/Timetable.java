package io.tummler.introduction;

import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.ConsentWithdrawn;
import io.tummler.api.MemberId;
import io.tummler.api.Purpose;
import io.tummler.api.StatementClosed;
import io.tummler.api.Tick;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What happens to introductions by time, or because something elsewhere ended. */
@Singleton
class Timetable {
    private final IntroductionDesk desk;
    private final Meetings meetings;

    Timetable(IntroductionDesk desk, Meetings meetings) {
        this.desk = desk;
        this.meetings = meetings;
    }

    void pass(@Observes Tick tick) {
        List<IntroductionRow> due = IntroductionRow.list(
                "communityId = ?1 and due <= ?2 order by due, id",
                tick.community().value(),
                tick.now());
        if (!desk.settings(tick.community()).enabled()) return;
        due.forEach(desk::timeIsUp);
        // After those that are asked how it went by now, which makes a reminder pointless.
        List<IntroductionRow> silent = IntroductionRow.list(
                "communityId = ?1 and nudgeAt <= ?2 order by nudgeAt, id",
                tick.community().value(),
                tick.now());
        silent.forEach(meetings::nudge);
        List<IntroductionRow> waiting = IntroductionRow.list(
                "communityId = ?1 and state = ?2 order by newAsker desc, id",
                tick.community().value(),
                State.PROPOSED);
        waiting.forEach(desk::askIfRoom);
    }

    /** In whichever mode, and whether or not anybody is introduced. */
    void forget(@Observes Beat beat) {
        CommunityId community = beat.community();
        IntroductionRow.<IntroductionRow>list(
                        "communityId = ?1 and closedAt <= ?2",
                        community.value(),
                        beat.now().minus(desk.settings(community).keepClosed()))
                .forEach(IntroductionRow::forgetWords);
        IntroductionRow.delete(
                "communityId = ?1 and state = ?2 and due <= ?3", community.value(), State.LAPSED, beat.now());
    }

    /**
     * The need is met or withdrawn: nobody is asked about it any more, and whoever said yes waits as long as for an asker
     * who gives no answer. The offer is withdrawn: whoever was asked because of it has as good as said no. What two people
     * have begun goes on.
     */
    void closed(@Observes StatementClosed closed) {
        UUID statement = closed.statement().value();
        for (IntroductionRow row : desk.pending(statement)) {
            if (row.acceptedAt == null) desk.end(row);
            else desk.move(row, State.Event.NO);
        }
        List<IntroductionRow> offered = IntroductionRow.list(
                "offer = ?1 and state in ?2 order by id", statement, List.of(State.PROPOSED, State.ASKED));
        for (IntroductionRow row : offered) desk.move(row, State.Event.NO);
    }

    /**
     * Whoever was asked has as good as said no, at the same moment as if it had been said; whoever asked no longer does;
     * and a check-in is not asked of somebody who wants to be left alone.
     */
    void withdrawn(@Observes ConsentWithdrawn consent) {
        if (consent.purpose() != Purpose.INTRODUCTIONS) return;
        MemberId member = consent.member();
        for (IntroductionRow row : of(member)) {
            boolean helper = row.helpedBy().equals(member);
            switch (row.state) {
                case PROPOSED, ASKED -> {
                    if (helper) desk.move(row, State.Event.NO);
                    else desk.end(row);
                }
                case ACCEPTED -> {
                    desk.move(row, State.Event.NO);
                    // A yes that is taken back was none: the helper hears no more of it, the asker that nobody was
                    // free.
                    if (helper) row.acceptedAt = null;
                }
                // To whoever still waits for its end it is as open as the others.
                case DECLINED -> {
                    boolean waits = row.acceptedAt == null ? row.askedBy().equals(member) : helper;
                    if (waits) desk.end(row);
                }
                case CONNECTED, CHECKED_IN -> desk.move(row, State.Event.END);
                case CLOSED, LAPSED -> {}
            }
        }
    }

    static List<IntroductionRow> of(MemberId member) {
        return IntroductionRow.list("asker = ?1 or helper = ?1 order by id", member.value());
    }
}
