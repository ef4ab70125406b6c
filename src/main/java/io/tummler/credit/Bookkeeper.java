package io.tummler.credit;

import io.quarkus.arc.All;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
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
        for (CreditRule rule : rules)
            switch (book.book(rule.reward(happening, book))) {
                case Book.Booking.Booked _ -> {}
                case Book.Booking.Overdrawn overdrawn ->
                    LOG.warnf(
                            "%s would overdraw %s for %s: nothing of it was booked",
                            rule.getClass().getSimpleName(), overdrawn.account().member(), happening.cause());
            }
    }
}
