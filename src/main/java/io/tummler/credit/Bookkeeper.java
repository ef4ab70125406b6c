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
    private final PersonHistory history;
    private final PersonHistory withPromises;
    private final Alternates alternates;

    Bookkeeper(@All List<CreditRule> rules, Book book, Alternates alternates) {
        this.rules = rules;
        this.book = book;
        this.history = new PersonHistory(book, alternates, false);
        this.withPromises = new PersonHistory(book, alternates, true);
        this.alternates = alternates;
    }

    void hear(@Observes Happening happening) {
        // Nobody else writes from here on, so that what the rules see of the past is still so when it is booked.
        book.head(happening.community());
        // All before any is booked: no rule may take what another one gives for this happening for the past.
        List<Said> said = rules.stream().map(rule -> ask(rule, happening)).toList();
        for (Said one : said)
            if (took(one.rule, happening, book.book(one.rewards)))
                took(one.rule, happening, book.promise(one.promises));
    }

    private static boolean took(CreditRule rule, Happening happening, Book.Booking booking) {
        if (booking instanceof Book.Booking.Overdrawn(Account account))
            LOG.warnf(
                    "%s would overdraw %s for %s: nothing of it was booked",
                    rule.getClass().getSimpleName(), account, happening.cause());
        return booking instanceof Book.Booking.Booked;
    }

    private Said ask(CreditRule rule, Happening happening) {
        return new Said(
                rule,
                rule.reward(happening, history).stream()
                        .filter(transfer -> !isOwnWord(transfer))
                        .toList(),
                rule.promise(happening, withPromises).stream()
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
