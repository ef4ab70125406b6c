package io.tummler.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.Ledger;
import io.tummler.api.MemberId;
import io.tummler.api.Reciprocity;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That it hangs together in the running app: event, rules, ledger, one transaction. */
@QuarkusTest
class CreditInTheAppTest {
    private final CommunityId community = new CommunityId(UUID.randomUUID());
    private final MemberId asker = new MemberId(UUID.randomUUID());
    private final MemberId helper = new MemberId(UUID.randomUUID());

    @Inject
    Event<Happening> happenings;

    @Inject
    Ledger ledger;

    @Inject
    Reciprocity reciprocity;

    @Inject
    Clock clock;

    @Test
    void what_happens_is_booked_in_the_transaction_in_which_it_happens() {
        QuarkusTransaction.requiringNew().run(() -> happenings.fire(helped()));
        assertThat(credit(helper)).isPositive();
        // Whoever says that it helped earns by it, too.
        assertThat(credit(asker)).isPositive().isLessThan(credit(helper));
        // Nobody whose word counts is known there yet.
        assertThat(reciprocity.of(community, helper)).isInstanceOf(Reciprocity.Standing.NotYetKnown.class);
    }

    @Test
    void what_is_rolled_back_is_not_booked() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    happenings.fire(helped());
                    assertThat(credit(helper)).isPositive();
                    throw new IllegalStateException("the plug is pulled");
                }))
                .hasMessageContaining("the plug is pulled");
        assertThat(credit(helper)).isZero();
    }

    private Happening helped() {
        return new Happening.Helped(
                community, new IntroductionId(UUID.randomUUID()), asker, helper, Optional.empty(), clock.instant());
    }

    private long credit(MemberId member) {
        return ledger.balance(new Account.OfMember(community, member));
    }
}
