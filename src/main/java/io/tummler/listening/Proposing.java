package io.tummler.listening;

import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Noticed;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Purpose;
import io.tummler.api.Utterance;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Asks members whether what was noticed is theirs to say: by direct message where they allow those, else in {@code /me}. */
@Singleton
class Proposing {
    private final Members members;
    private final Outbox outbox;
    private final Proposals proposals;
    private final Waiting waiting;
    private final Event<Noticed> noticed;

    Proposing(Members members, Outbox outbox, Proposals proposals, Waiting waiting, Event<Noticed> noticed) {
        this.members = members;
        this.outbox = outbox;
        this.proposals = proposals;
        this.waiting = waiting;
        this.noticed = noticed;
    }

    /**
     * Puts it to the member, unless that one declined introductions or was asked the same, or too much, of late.
     *
     * @param said out of which it comes
     */
    void propose(Utterance said, Proposal proposal) {
        MemberId whose = proposal.whose();
        if (!members.consents(whose, Purpose.INTRODUCTIONS)) return;
        if (!proposals.take(whose, proposal.kind(), proposal.wording(), proposal.at())) return;
        noticed.fire(new Noticed(said, whose, proposal.kind(), proposal.wording()));
        if (members.consents(whose, Purpose.DIRECT_MESSAGES))
            outbox.put(new Outgoing.Whisper(
                    said.community(),
                    whose,
                    proposal.message(),
                    List.of(whose.value(), proposal.speaker().value())));
        else waiting.add(proposal);
    }

    void age(Instant now) {
        waiting.age(now);
    }

    /** Forgets what was proposed to whom, of all communities: at worst something is proposed once more. */
    void clear() {
        proposals.clear();
        waiting.clear();
    }

    /** Whatever was proposed to this member, or out of what this member said. */
    void forget(MemberId member) {
        proposals.forget(member);
        waiting.forget(member);
        outbox.takeBack(member.value());
    }
}
