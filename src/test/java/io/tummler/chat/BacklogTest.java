package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Outcome;
import io.tummler.api.Ids;
import io.tummler.api.Members;
import io.tummler.chat.ScriptedPlatform.Person;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the outbox moves. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class BacklogTest {
    @Inject
    @Readiness
    Backlog backlog;

    @Inject
    ScriptedPlatform platform;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Members members;

    @Inject
    Ids ids;

    @Inject
    TestClock clock;

    private Person ada;

    @BeforeEach
    void a_member_who_may_be_written_to() {
        ada = platform.town().person("ada").joins("direct messages");
        await().until(dispatcher::isIdle);
    }

    @AfterEach
    void all_is_said() {
        platform.fault(_ -> Optional.empty());
        clock.forward(Duration.ofHours(1));
        dispatcher.dispatch();
        ada.hears("hello");
    }

    /** Without waking the dispatcher. */
    private void note() {
        QuarkusTransaction.requiringNew().run(() -> {
            var community = members.community(ada.town().ref);
            new OutboxRow(
                            ids.next(),
                            community.value(),
                            members.find(community, ada.ref).orElseThrow().value(),
                            null,
                            OutboxRow.Kind.NOTE,
                            "{\"words\":\"hello\",\"keys\":[],\"members\":[]}",
                            clock.instant())
                    .persist();
        });
    }

    private Status status() {
        HealthCheckResponse response = backlog.call();
        assertThat(response.getName()).isEqualTo("outbox");
        return response.getStatus();
    }

    @Test
    void it_is_stuck_when_what_is_due_is_not_even_tried_for_five_minutes() {
        note();
        clock.forward(Duration.ofMinutes(5));
        assertThat(status()).isEqualTo(Status.UP);
        clock.forward(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(Status.DOWN);

        dispatcher.dispatch();
        ada.hears("hello");
        await().until(dispatcher::isIdle);
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void it_is_not_stuck_where_discord_has_said_that_it_must_wait() {
        platform.fault(delivery -> delivery instanceof Delivery.Direct
                ? Optional.of(new Outcome.Later(Duration.ofMinutes(30), "a permission is missing, says a test"))
                : Optional.empty());
        note();
        dispatcher.dispatch();
        await().until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> OutboxRow.count("attempts = 1 and state = ?1", OutboxRow.State.PENDING))
                == 1);
        await().until(dispatcher::isIdle);

        clock.forward(Duration.ofMinutes(29));
        assertThat(status()).isEqualTo(Status.UP);
    }
}
