package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChannelRef;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole loop on a platform that is not Discord. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class LoopTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    TestClock clock;

    @Inject
    RolesHeard roles;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_who_could_help_each_other() {
        town = platform.town();
        ada = town.person("ada");
        ben = town.person("ben");
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
    }

    private void ben_offers_bread_and_ada_asks_for_it() {
        ben.joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
        ada.joins("introductions", "direct messages");
        Text asked = ada.runs("ask", Map.of("what", "somebody who shows me how to bake sourdough"));
        assertThat(asked.words()).contains("One person here could help");
        assertThat(ada.presses(asked, "Ask").words()).contains("I am asking now");
    }

    private void both_say_yes() {
        ben_offers_bread_and_ada_asks_for_it();
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
    }

    @Test
    void two_are_introduced_when_both_say_yes_and_credit_follows() {
        both_say_yes();

        var thread = town.threads().getFirst();
        assertThat(thread.people()).containsExactlyInAnyOrder(ada.ref, ben.ref);
        assertThat(thread.channel()).isEqualTo(new ChannelRef("introductions"));
        assertThat(thread.text().words())
                .contains(ada.mention(), ben.mention(), "sourdough", "A first step", "moderators");

        assertThat(ada.runs("thanks", Map.of("member", ben, "for", "the starter"))
                        .words())
                .isNotBlank();
        days(3);
        ada.presses(ada.hears("How did it go with " + ben.mention()), "It helped me");
        assertThat(ben.presses(ben.hears("How did it go with " + ada.mention()), "We met")
                        .words())
                .contains("Thank you");

        String me = ben.runs("me", Map.of()).words();
        assertThat(me).contains("closed").contains("9 credits");
    }

    @Test
    void what_has_helped_says_so_to_its_owner_and_to_the_next_who_meet() {
        both_say_yes();
        days(3);
        ada.presses(ada.hears("How did it go with " + ben.mention()), "It helped me");
        assertThat(ben.runs("me", Map.of()).words()).contains("baking sourdough bread (it has helped once)");

        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        cleo.presses(cleo.runs("ask", Map.of("what", "how to bake sourdough bread")), "Ask");
        ben.presses(ben.hears("how to bake sourdough bread"), "Yes");
        cleo.presses(cleo.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 2);
        assertThat(town.threads().getLast().text().words())
                .contains("Why you two:** Both of you speak of", "It has helped others here once already.");
    }

    @Test
    void the_helper_does_not_learn_who_asks_nor_the_asker_who_is_asked() {
        ben_offers_bread_and_ada_asks_for_it();
        Text question = ben.hears("Somebody here could use your help");
        assertThat(question.words()).doesNotContain(ada.mention());
        assertThat(question.mentioned()).isEmpty();
        ben.presses(question, "Yes");
        Text willing = ada.hears("Somebody would help you");
        assertThat(willing.words()).doesNotContain(ben.mention());
        assertThat(willing.mentioned()).isEmpty();
    }

    @Test
    void a_no_and_no_answer_look_the_same_to_the_asker() {
        ben_offers_bread_and_ada_asks_for_it();
        Person eve = town.person("eve").joins("introductions", "direct messages");
        eve.runs("ask", Map.of("what", "who can bake sourdough with me"));
        Text asked = eve.runs("me", Map.of());
        eve.presses(asked, "Ask");

        ben.presses(ben.hears("shows me how to bake sourdough"), "Not this time");
        await().until(() -> ben.direct().size() == 2);
        int adaHeard = ada.direct().size();
        int eveHeard = eve.direct().size();
        days(2);
        String adaSees = ada.runs("me", Map.of()).words();
        assertThat(adaSees).contains("I am asking for you");
        assertThat(ada.direct()).hasSize(adaHeard);
        assertThat(eve.direct()).hasSize(eveHeard);

        days(1);
        String toAda = ada.hears("Nobody was free this time").words();
        String toEve = eve.hears("Nobody was free this time").words();
        assertThat(toAda.lines().skip(1))
                .containsExactlyElementsOf(toEve.lines().skip(1).toList());
    }

    @Test
    void a_button_pressed_twice_does_it_once_and_says_so() {
        ben_offers_bread_and_ada_asks_for_it();
        Text question = ben.hears("Somebody here could use your help");
        assertThat(ben.presses(question, "Yes").words()).contains("I now ask the other side");
        assertThat(ben.presses(question, "Yes").words()).contains("settled in the meantime");
        ada.hears("Somebody would help you");
        assertThat(ada.direct()).hasSize(1);
    }

    @Test
    void a_button_of_somebody_else_does_nothing_and_says_so() {
        ben_offers_bread_and_ada_asks_for_it();
        Text question = ben.hears("Somebody here could use your help");
        Person mallory = town.person("mallory");
        assertThat(mallory.presses(question, "Yes").words()).contains("for somebody else");
        assertThat(ben.presses(question, "Yes").words()).contains("I now ask the other side");
    }

    @Test
    void a_button_pressed_after_the_introduction_closed_says_so() {
        both_say_yes();
        days(3);
        Text checkIn = ada.hears("How did it go");
        days(7);
        assertThat(ada.presses(checkIn, "It helped me").words()).contains("settled in the meantime");
    }

    @Test
    void two_accepts_at_the_same_instant_open_one_thread() {
        ben_offers_bread_and_ada_asks_for_it();
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        Text willing = ada.hears("Somebody would help you");
        String yes = willing.buttons().getFirst().id();
        String first = ada.beginsPress(yes, willing.words());
        String second = ada.beginsPress(yes, willing.words());
        assertThat(ada.answer(first).words()).contains("You both said yes");
        assertThat(ada.answer(second).words()).contains("settled in the meantime");
        await().until(() -> town.threads().size() == 1);
    }

    @Test
    void without_consent_to_direct_messages_a_question_waits_in_me() {
        ben.joins("introductions");
        ben.runs("offer", Map.of("what", "repairing bicycles"));
        ada.joins("introductions");
        ada.presses(ada.runs("ask", Map.of("what", "my bicycle needs repairing")), "Ask");
        Text me = await().until(
                        () -> ben.runs("me", Map.of()), text -> text.words().contains("Waiting for you"));
        assertThat(me.words()).contains("Somebody here could use your help");
        ben.presses(me, "Yes, introduce us");
        assertThat(ben.direct()).isEmpty();
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("Waiting for you");
    }

    @Test
    void who_closed_direct_messages_finds_the_question_in_me() {
        ben.closesDirectMessages();
        ben_offers_bread_and_ada_asks_for_it();
        await().until(() -> ben.runs("me", Map.of()).words().contains("Somebody here could use your help"));
    }

    @Test
    void whoever_asks_without_consent_consents_and_asks_with_one_button() {
        ben.joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
        Text asked = ada.runs("ask", Map.of("what", "sourdough baking"));
        Text first = ada.presses(asked, "Ask");
        assertThat(first.words()).contains("consent");
        assertThat(ada.presses(first, "Agree").words()).contains("I am asking now");
    }

    @Test
    void nobody_is_asked_more_often_than_the_weekly_cap() {
        ben.joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
        for (String name : new String[] {"one", "two", "three"}) {
            Person asker = town.person(name).joins("introductions");
            asker.presses(asker.runs("ask", Map.of("what", "sourdough for " + name)), "Ask");
        }
        await().until(() -> ben.direct().size() == 2);
        days(2);
        ben.runs("me", Map.of());
        assertThat(ben.direct()).hasSize(2);
    }

    @Test
    void a_broker_hears_only_that_it_came_about() {
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        ada.joins("introductions", "direct messages");
        ben.joins("introductions", "direct messages");
        cleo.runs("introduce", Map.of("one", ada, "other", ben, "about", "a stall at the autumn fair"));
        Text toBen = ben.hears("thinks that you and somebody else here should meet");
        assertThat(toBen.words()).contains(cleo.mention()).doesNotContain(ada.mention());
        ben.presses(toBen, "Yes");
        ada.presses(ada.hears("thinks that you and somebody else"), "Yes");
        assertThat(cleo.hears("has come about").words()).contains(ada.mention(), ben.mention());
    }

    @Test
    void proposing_somebody_who_did_not_consent_looks_the_same_to_the_broker() {
        Person cleo = town.person("cleo").joins("introductions");
        ada.joins("introductions");
        ben.joins("introductions");
        Person stranger = town.person("stranger");
        Map<String, Object> willing = Map.of("one", ada, "other", ben, "about", "a stall");
        Map<String, Object> not = Map.of("one", ada, "other", stranger, "about", "a stall");
        assertThat(cleo.runs("introduce", not)).isEqualTo(cleo.runs("introduce", willing));
    }

    @Test
    void withdrawing_consent_ends_what_was_asked_without_a_word() {
        ben_offers_bread_and_ada_asks_for_it();
        Text question = ben.hears("Somebody here could use your help");
        ben.presses(ben.runs("join", Map.of()), "Stop introductions");
        assertThat(ben.presses(question, "Yes").words()).contains("settled in the meantime");
        assertThat(ada.direct()).isEmpty();
        days(3);
        ada.hears("Nobody was free this time");
    }

    @Test
    void what_a_platform_tells_of_roles_is_passed_on_and_what_it_does_not_tell_is_not() {
        ada.joins("listening");
        assertThat(roles.of(town.ref, ada.ref)).isEmpty();

        ada.bears("Bakers", "Night owls").runs("me", Map.of());
        ada.bears().says("general", "Good morning");
        await().until(() -> roles.of(town.ref, ada.ref).equals(List.of(Set.of("Bakers", "Night owls"), Set.of())));
    }
}
