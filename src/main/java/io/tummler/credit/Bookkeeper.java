package io.tummler.credit;

import io.quarkus.arc.All;
import io.tummler.api.Account;
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
    private final Alternates alternates;

    Bookkeeper(@All List<CreditRule> rules, Book book, Alternates alternates) {
        this.rules = rules;
        this.book = book;
        this.alternates = alternates;
    }

    void hear(@Observes Happening happening) {
        // All before any is booked: no rule may take what another one gives for this happening for the past.
        List<Said> said = rules.stream().map(rule -> ask(rule, happening)).toList();
        for (Said one : said)
            switch (book.book(one.rewards)) {
                case Book.Booking.Booked _ -> book.promise(one.promises);
                case Book.Booking.Overdrawn overdrawn ->
                    LOG.warnf(
                            "%s would overdraw %s for %s: nothing of it was booked",
                            one.rule.getClass().getSimpleName(), overdrawn.account(), happening.cause());
            }
    }

    private Said ask(CreditRule rule, Happening happening) {
        return new Said(
                rule,
                rule.reward(happening, book).stream()
                        .filter(transfer -> !isOwnWord(transfer))
                        .toList(),
                rule.promise(happening, book).stream()
                        .filter(promise -> !isOwnWord(promise.transfer()))
                        .toList());
    }

    /** Nobody earns by what they say of themselves, from whichever account. A brand's goodwill is not theirs. */
    private boolean isOwnWord(Transfer transfer) {
        return transfer.credit() instanceof Account.OfMember of
                && transfer.by()
                        .filter(by -> alternates.areSame(of.member(), by))
                        .isPresent();
    }

    private record Said(CreditRule rule, List<Transfer> rewards, List<CreditRule.Promise> promises) {}
}
