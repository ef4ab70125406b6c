package io.tummler.credit;

import io.quarkus.arc.All;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Hears what happens and books what the rules say it earns, in the transaction in which it happens. */
@ApplicationScoped
class Bookkeeper {
    private static final Logger LOG = Logger.getLogger(Bookkeeper.class);

    private final List<CreditRule> rules;
    private final Book book;

    Bookkeeper(@All List<CreditRule> rules, Book book) {
        this.rules = rules;
        this.book = book;
    }

    void hear(@Observes Happening happening) {
        // All before any is booked: no rule may take what another one gives for this happening for the past.
        List<Reward> rewards = rules.stream()
                .map(it -> new Reward(it, it.reward(happening, book)))
                .toList();
        for (Reward reward : rewards)
            switch (book.book(reward.transfers)) {
                case Book.Booking.Booked _ -> {}
                case Book.Booking.Overdrawn overdrawn ->
                    LOG.warnf(
                            "%s would overdraw %s for %s: nothing of it was booked",
                            reward.rule.getClass().getSimpleName(),
                            overdrawn.account().member(),
                            happening.cause());
            }
    }

    private record Reward(CreditRule rule, List<Transfer> transfers) {}
}
