package io.tummler.config;

import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Mode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far moderators let the bot go at most, whatever the files say: set by a command, for the files may be in nobody's
 * reach when something has to stop at once.
 */
@ApplicationScoped
class Brakes {
    private static final int AT_ONCE = 1_000;

    private final Event<Pulled> pulled;
    private final Map<CommunityId, Mode> most = new ConcurrentHashMap<>();

    /** Told when the transaction is over, which is when memory learns of it. */
    record Pulled(CommunityId community, Mode most) {}

    @Inject
    Brakes(Event<Pulled> pulled) {
        this.pulled = pulled;
    }

    /** {@link Mode#LIVE} where nobody set any. */
    Mode of(CommunityId community) {
        return most.getOrDefault(community, Mode.LIVE);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void set(CommunityId community, Mode mode) {
        BrakeRow.deleteById(community.value());
        if (mode != Mode.LIVE) new BrakeRow(community.value(), mode).persist();
        pulled.fire(new Pulled(community, mode));
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Pulled it) {
        if (it.most() == Mode.LIVE) most.remove(it.community());
        else most.put(it.community(), it.most());
    }

    /** Before anything is heard of these communities. */
    @Transactional
    void load(@Observes @Priority(1) Custody.Taken taken) {
        List<UUID> ids = taken.communities().stream().map(CommunityId::value).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<UUID> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            some.forEach(id -> most.remove(new CommunityId(id)));
            BrakeRow.<BrakeRow>list("communityId in ?1", some)
                    .forEach(row -> most.put(new CommunityId(row.communityId), row.mode));
        }
    }

    void drop(@Observes Custody.GivenUp given) {
        most.keySet().removeAll(given.communities());
    }
}
