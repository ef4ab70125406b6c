package io.tummler.chat;

import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;

/**
 * Wakes the dispatcher when a transaction that filled the outbox has committed, and everything that is answered from memory
 * has learned of it: else somebody could read that something holds now and act on it a moment before it does. Those
 * who are told of the end of a transaction are told in the reverse order of their coming, so this one comes first.
 */
@Singleton
class LastOfAll {
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;
    private final Event<Filled> news;

    /** CDI event: there is something to deliver. */
    record Filled() {}

    LastOfAll(TransactionManager transactions, TransactionSynchronizationRegistry registry, Event<Filled> news) {
        this.transactions = transactions;
        this.registry = registry;
        this.news = news;
    }

    private final class End implements Synchronization {
        boolean filled;

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (filled && status == Status.STATUS_COMMITTED) news.fire(new Filled());
        }
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object scope) {
        var end = new End();
        try {
            transactions.getTransaction().registerSynchronization(end);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("a transaction that ends before it began", e);
        }
        registry.putResource(End.class, end);
    }

    /** The running transaction fills the outbox. */
    void filled() {
        var end = (End) Objects.requireNonNull(registry.getResource(End.class), "no transaction runs");
        end.filled = true;
    }
}
