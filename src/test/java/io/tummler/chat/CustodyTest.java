package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.CommunityId;
import io.tummler.api.Incoming;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A community that another process serves for a while, which is played by changing the database directly. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class CustodyTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Journal journal;

    @Inject
    Members members;

    @Inject
    Outbox outbox;

    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "listening", "direct messages");
        ben = town.person("ben").joins("introductions");
    }

    @AfterEach
    void no_more_faults() {
        platform.fault(_ -> Optional.empty());
    }

    private MemberId id(Person person) {
        return members.find(members.community(town.ref), person.ref).orElseThrow();
    }

    private void elsewhere(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }

    @Test
    void whoever_stops_or_begins_to_be_listened_to_elsewhere_is_known_when_the_community_comes_back() throws Exception {
        town.leaves();
        elsewhere(
                "update consent set member_id = ? where member_id = ? and purpose = 'LISTENING'",
                id(ben).value(),
                id(ada).value());
        assertThat(intake.listensTo(town.ref, ada.ref))
                .as("nobody is listened to meanwhile")
                .isFalse();

        town.comesBack();

        assertThat(intake.listensTo(town.ref, ada.ref)).isFalse();
        assertThat(intake.listensTo(town.ref, ben.ref)).isTrue();
        assertThat(members.known(town.ref, ben.ref)).contains(id(ben));
    }

    @Test
    void an_offer_that_was_closed_elsewhere_is_found_no_more() throws Exception {
        ada.runs("offer", Map.of("what", "lessons in bookbinding"));
        assertThat(ben.runs("ask", Map.of("what", "bookbinding lessons")).words())
                .contains("One person");
        MemberId owner = id(ada);
        town.leaves();
        elsewhere("delete from statement where owner = ?", owner.value());
        town.comesBack();

        assertThat(ben.runs("ask", Map.of("what", "bookbinding lessons once more"))
                        .words())
                .doesNotContain("One person");
    }

    @Test
    void a_command_of_a_community_that_another_process_serves_is_written_down_for_it_and_left_alone() throws Exception {
        town.leaves();
        String token = ada.begins("me", Map.of());
        await().until(() -> journal.left().stream().anyMatch(it -> it.token().equals(token)));
        intake.workOffLeft();
        assertThat(journal.left()).anyMatch(it -> it.token().equals(token));

        town.comesBack();
        intake.workOffLeft();

        assertThat(ada.answer(token).words()).isNotBlank();
        assertThat(journal.left()).noneMatch(it -> it.token().equals(token));
    }

    @Test
    void what_another_process_is_about_to_acknowledge_is_not_worked_off_before_it_has() {
        var press = new Incoming.Press(
                town.ref,
                ada.ref,
                Optional.empty(),
                "heard-elsewhere",
                "token",
                clock.instant(),
                Locale.ENGLISH,
                "any:thing",
                "");
        journal.write(press);
        assertThat(journal.left()).doesNotContain(press);

        journal.acknowledged(press);
        assertThat(journal.left()).contains(press);
        intake.workOffLeft();
        ada.answer("token");
    }

    @Test
    void what_nobody_could_acknowledge_any_more_is_worked_off_all_the_same() {
        var press = new Incoming.Press(
                town.ref,
                ada.ref,
                Optional.empty(),
                "of-the-dead",
                "token of the dead",
                clock.instant(),
                Locale.ENGLISH,
                "any:thing",
                "");
        journal.write(press);
        clock.forward(Duration.ofSeconds(4));

        intake.workOffLeft();

        ada.answer("token of the dead");
    }

    private void note(String words) {
        CommunityId community = members.community(town.ref);
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.put(new Outgoing.Note(
                        community, id(ada), Message.of(new Says.Ready(words)), Optional.<UUID>empty())));
    }

    @Test
    void what_is_to_be_said_in_a_community_of_another_process_is_left_to_it() throws Exception {
        town.leaves();
        note("for the other process");
        dispatcher.dispatch();
        await().until(dispatcher::isIdle);
        assertThat(ada.direct()).isEmpty();

        town.comesBack();
        dispatcher.dispatch();

        ada.hears("for the other process");
    }

    @Test
    void handing_over_waits_for_what_is_on_its_way() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        platform.fault(delivery -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        note("under way");
        begun.await();
        var left = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                town.leaves();
                left.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> !platform.serves(town.ref));
        assertThat(left.getCount()).isEqualTo(1);

        mayEnd.countDown();
        left.await();

        assertThat(ada.direct()).hasSize(1);
        town.comesBack();
    }
}
