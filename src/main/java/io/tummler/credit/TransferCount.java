package io.tummler.credit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.tummler.api.Transfer.Reason;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts transfers by their reason, once they are committed. */
@Startup
@Singleton
class TransferCount {
    private final MeterRegistry meters;

    TransferCount(MeterRegistry meters) {
        this.meters = meters;
        // So that each is there before the first, at zero.
        for (Reason reason : Reason.values()) of(reason);
    }

    private Counter of(Reason reason) {
        return Counter.builder("tummler.ledger.transfers")
                .description("Transfers booked since the start")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Book.Added added) {
        switch (added.kind()) {
            case BOOKED, POSTED -> of(added.transfer().reason()).increment();
            case PENDING, VOIDED, REVERSED -> {}
        }
    }
}
