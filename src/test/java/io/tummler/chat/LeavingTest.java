package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.Attendance;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.CommunityId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of whom and of where nobody tells the bot that they are gone, and what becomes of what is held of them. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class LeavingTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Lookout lookout;

    @Inject
    Attendance attendance;

    @Inject
    Members members;

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions");
    }

    /** Time passes, and the bot has looked for everybody who was due by then. */
    private void days(int days) throws InterruptedException {
        clock.forward(Duration.ofDays(days));
        await().until(() -> {
            lookout.lookForMembers();
            return QuarkusTransaction.requiringNew()
                    .call(() -> attendance.missed(_ -> true, 1).isEmpty());
        });
        settled();
    }

    private void settled() throws InterruptedException {
        var done = new CountDownLatch(1);
        intake.inTurn(town.ref, "wait", done::countDown);
        done.await();
    }

    private boolean isKnown(Person person) {
        return members.find(members.community(town.ref), person.ref).isPresent();
    }

    private List<String> identity(Person person) {
        return rows.of("identity").stream()
                .filter(row -> row.contains(person.ref.id()))
                .toList();
    }

    @Test
    void whoever_left_is_forgotten_after_a_month_as_if_they_had_asked_for_it() throws Exception {
        ada.runs("offer", Map.of("what", "lessons in the serpent"));
        ada.leavesTown();

        days(8);
        assertThat(isKnown(ada)).as("noticed").isTrue();
        days(29);
        assertThat(isKnown(ada)).as("not for a month yet").isTrue();
        days(2);

        assertThat(isKnown(ada)).isFalse();
        assertThat(rows.with(ada.ref.id())).isEmpty();
        assertThat(rows.with("the serpent")).isEmpty();
        assertThat(isKnown(ben)).isTrue();
    }

    @Test
    void until_then_they_look_like_somebody_who_never_answers() throws Exception {
        ada.runs("offer", Map.of("what", "restoring accordions"));
        ada.leavesTown();
        days(8);

        assertThat(members.consenting(members.community(town.ref), Purpose.INTRODUCTIONS))
                .hasSize(2);
        Text asked = ben.runs("ask", Map.of("what", "an accordion restored"));
        assertThat(asked.words()).contains("One person here could help");
        assertThat(ben.presses(asked, "Ask").words()).contains("I am asking now");
        assertThat(ben.runs("me", Map.of()).words()).contains("I am asking for you");
    }

    @Test
    void whoever_comes_back_in_time_finds_all_as_it_was_and_the_time_begins_anew() throws Exception {
        ada.leavesTown();
        days(8);
        days(25);
        assertThat(identity(ada)).singleElement().asString().doesNotEndWith("|null");

        ada.comesBack();
        days(1);
        assertThat(identity(ada)).singleElement().asString().endsWith("|null|en");

        ada.leavesTown();
        days(8);
        days(25);
        assertThat(isKnown(ada)).isTrue();
        assertThat(ada.runs("join", Map.of()).words()).contains("**Introductions** (on)");
        assertThat(identity(ada))
                .as("whoever does something is there")
                .singleElement()
                .asString()
                .endsWith("|null|en");
    }

    @Test
    void whoever_does_something_is_not_looked_for_within_a_week() throws Exception {
        days(3);
        ada.runs("me", Map.of());
        ben.leavesTown();
        ada.leavesTown();
        days(5);
        assertThat(identity(ben)).singleElement().asString().doesNotEndWith("|null");
        assertThat(identity(ada)).singleElement().asString().endsWith("|null|en");
    }

    @Test
    void where_the_platform_can_not_tell_nobody_is_forgotten() throws Exception {
        ada.leavesTown();
        days(8);
        ada.isUntold(true);
        days(60);
        assertThat(isKnown(ada)).isTrue();

        ada.isUntold(false);
        days(1);
        assertThat(isKnown(ada)).isFalse();
    }

    private CommunityId community() {
        return members.community(town.ref);
    }

    private void lookForCommunities() throws InterruptedException {
        lookout.lookForCommunities();
        // Noticed, and then removed.
        settled();
        lookout.lookForCommunities();
        settled();
    }

    @Test
    void a_month_after_the_bot_was_put_out_nothing_of_the_community_is_left_not_even_the_ledger() throws Exception {
        ada.runs("offer", Map.of("what", "lessons in the ophicleide"));
        ada.runs("thanks", Map.of("member", ben, "for", "the mouthpiece"));
        String community = community().toString();
        assertThat(rows.of("transfer")).anyMatch(row -> row.contains(community));

        town.putsTheBotOut(true);
        settled();
        clock.forward(Duration.ofDays(29));
        lookForCommunities();
        assertThat(isKnown(ada)).isTrue();
        clock.forward(Duration.ofDays(1));
        lookForCommunities();

        assertThat(rows.with(community)).isEmpty();
        assertThat(rows.with(town.ref.id()))
                .filteredOn(row -> !row.startsWith("interaction|"))
                .isEmpty();
        town.letsTheBotIn();
        assertThat(ada.runs("me", Map.of()).words()).contains("You have 0 credits", "You have allowed nothing so far");
        assertThat(community()).as("a new beginning").isNotEqualTo(CommunityId.of(community));
    }

    @Test
    void let_in_again_in_time_it_goes_on_with_what_it_knew() throws Exception {
        town.putsTheBotOut(true);
        settled();
        clock.forward(Duration.ofDays(29));
        town.letsTheBotIn();
        settled();
        clock.forward(Duration.ofDays(2));
        lookForCommunities();
        assertThat(ada.runs("join", Map.of()).words()).contains("**Introductions** (on)");
        assertThat(rows.with(community().toString()))
                .filteredOn(row -> row.startsWith("community|"))
                .singleElement()
                .asString()
                .as("it is there")
                .endsWith("|null");
    }

    @Test
    void that_it_was_put_out_while_it_did_not_run_is_noticed_afterwards() throws Exception {
        String community = community().toString();
        town.putsTheBotOut(false);
        lookForCommunities();
        clock.forward(Duration.ofDays(30));
        assertThat(isKnown(ada)).isTrue();
        lookForCommunities();
        assertThat(rows.with(community)).isEmpty();
    }

    @Test
    void members_of_where_the_bot_is_not_are_not_looked_for() throws Exception {
        town.putsTheBotOut(true);
        settled();
        ada.leavesTown();
        days(8);
        assertThat(identity(ada)).singleElement().asString().endsWith("|null|en");
    }
}
