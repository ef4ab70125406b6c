package io.tummler.community;

import io.tummler.api.Allowance;
import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Counts what members may do only so often a day, and forgets it after that day. */
@ApplicationScoped
@Transactional
class RecentActs implements Allowance, Holding {
    private static final Duration DAY = Duration.ofDays(1);

    private final Ids ids;
    private final Clock clock;

    @Inject
    RecentActs(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean take(CommunityId community, MemberId member, Act act, int most) {
        long taken = RecentActRow.count(
                "memberId = ?1 and act = ?2 and doneAt > ?3",
                member.value(),
                act,
                clock.instant().minus(DAY));
        if (taken >= most) return false;
        new RecentActRow(ids.next(), community, member, act, clock.instant()).persist();
        return true;
    }

    void pass(@Observes Beat beat) {
        RecentActRow.delete(
                "communityId = ?1 and doneAt <= ?2",
                beat.community().value(),
                beat.now().minus(DAY));
    }

    private static List<RecentActRow> of(MemberId member) {
        return RecentActRow.list("memberId = ?1 order by doneAt, id", member.value());
    }

    @Override
    public String name() {
        return "recentActs";
    }

    @Override
    public int rank() {
        return 85;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        int acts = of(member).size();
        return acts == 0 ? new Message(List.of(), List.of()) : Message.of(new Says.RecentActsKnown(acts));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return of(member).stream()
                .<Map<String, Object>>map(row -> Map.of("act", row.act.name(), "at", row.doneAt.toString()))
                .toList();
    }

    @Override
    public void forget(MemberId member) {
        RecentActRow.delete("memberId", member.value());
    }
}
