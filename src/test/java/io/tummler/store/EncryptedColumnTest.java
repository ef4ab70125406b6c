package io.tummler.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EncryptedColumnTest {
    @Inject
    SessionFactory hibernate;

    @Test
    void all_columns_that_entities_mark_are_found() {
        assertThat(EncryptedColumn.all(hibernate.unwrap(SessionFactoryImplementor.class)))
                .extracting(EncryptedColumn::place)
                .containsExactlyInAnyOrder(
                        "statement.wording",
                        "introduction.topic",
                        "introduction.brings",
                        "introduction.in_return",
                        "introduction.reasons",
                        "introduction.place",
                        "exclusion.what",
                        "excluded_role.roles",
                        "outbox.body",
                        "interaction.payload",
                        "fingerprint_key.secret",
                        "profile.trade",
                        "profile.territory",
                        "profile.time_zone",
                        "seen_roles.roles",
                        "consent_event.shown",
                        "contest.words",
                        "contest.answer");
    }
}
