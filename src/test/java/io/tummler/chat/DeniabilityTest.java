package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Outcome;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was asked, who said no and when is nobody else's to learn; and nobody is asked what has lost its point. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class DeniabilityTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

    @Inject
    TestClock clock;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void one_who_offers_and_one_who_looks() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
    }

    @AfterEach
    void no_more_faults() {
        platform.fault(_ -> Optional.empty());
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
        // What is asked after it is worked off after it.
        town.person("clock").runs("join", Map.of());
    }

    private void ben_offers() {
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
    }

    private Text ada_asks() {
        return ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough")), "Ask");
    }

    private Text question() {
        return ben.hears("Somebody here could use your help");
    }

    /** Direct messages to ben wait, as if Discord were down. */
    private void ben_can_not_be_written_to_now() {
        platform.fault(delivery ->
                delivery instanceof Delivery.Direct direct && direct.to().equals(ben.ref)
                        ? Optional.of(new Outcome.Later(Duration.ofMinutes(1), "a test says so"))
                        : Optional.empty());
    }

    private void ben_can_be_written_to_again() {
        platform.fault(_ -> Optional.empty());
        clock.forward(Duration.ofMinutes(10));
        dispatcher.dispatch();
        // Whatever goes to ben goes before this answer.
        ben.runs("tasks", Map.of());
    }

    @Test
    void whoever_withdrew_is_not_asked_what_was_still_on_its_way() {
        ben_offers();
        ben_can_not_be_written_to_now();
        ada_asks();
        ben.presses(ben.runs("join", Map.of()), "Stop introductions");
        ben_can_be_written_to_again();
        assertThat(ben.direct()).isEmpty();
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("could use your help");
    }

    @Test
    void nobody_is_asked_about_a_need_that_was_ended() {
        ben_offers();
        ben_can_not_be_written_to_now();
        ada_asks();
        ada.presses(ada.runs("me", Map.of()), "Take back");
        ben_can_be_written_to_again();
        assertThat(ben.direct()).isEmpty();
    }

    @Test
    void a_question_that_waits_in_me_goes_when_its_time_is_up() {
        ben.presses(ben.runs("join", Map.of()), "Stop direct messages");
        ben_offers();
        ada_asks();
        await().until(() -> ben.runs("me", Map.of()).words().contains("could use your help"));
        days(3);
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("could use your help");
    }

    @Test
    void whoever_ends_the_offer_has_as_good_as_said_no_and_the_asker_hears_it_no_sooner() {
        ben_offers();
        ada_asks();
        Text question = question();
        ben.presses(ben.runs("me", Map.of()), "Take back: baking");
        assertThat(ben.presses(question, "Yes").words()).contains("settled in the meantime");
        days(2);
        assertThat(ada.runs("me", Map.of()).words()).contains("I am asking for you");
        assertThat(ada.direct()).isEmpty();
        days(1);
        ada.hears("Nobody was free this time");
    }

    @Test
    void a_yes_that_is_taken_back_looks_to_the_asker_as_if_nobody_had_been_free() {
        ben_offers();
        ada_asks();
        ben.presses(question(), "Yes");
        Text willing = ada.hears("Somebody would help you");
        ben.presses(ben.runs("join", Map.of()), "Stop introductions");
        assertThat(ada.presses(willing, "Yes").words()).contains("settled in the meantime");
        int heardByBen = ben.direct().size();
        days(3);
        ada.hears("Nobody was free this time");
        assertThat(ben.direct()).hasSize(heardByBen);
    }

    @Test
    void a_second_round_in_which_nobody_answers_is_told_as_well() {
        ben_offers();
        ada_asks();
        ben.presses(question(), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Not this one");
        days(3);
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        cleo.runs("offer", Map.of("what", "sourdough baking for beginners"));
        ada.presses(ada.runs("me", Map.of()), "Ask about");
        cleo.hears("Somebody here could use your help");
        days(3);
        ada.hears("Nobody was free this time");
    }

    @Test
    void whoever_looks_for_what_somebody_now_offers_is_told_so_and_not_by_whom() {
        ada.runs("ask", Map.of("what", "how to bake sourdough"));
        ben_offers();
        days(0);
        Text news = ada.hears("Somebody here now offers");
        assertThat(news.words()).contains("how to bake sourdough").doesNotContain(ben.mention(), "baking");
        assertThat(news.mentioned()).isEmpty();
        assertThat(ada.presses(news, "Ask").words()).contains("I am asking now");
        question();
    }

    @Test
    void an_offer_is_told_once_its_owner_may_be_asked() {
        ben.presses(ben.runs("join", Map.of()), "Stop introductions");
        ada.runs("ask", Map.of("what", "how to bake sourdough"));
        ben_offers();
        days(0);
        assertThat(ada.direct()).isEmpty();
        ben.joins("introductions");
        days(0);
        ada.hears("Somebody here now offers");
    }

    @Test
    void an_offer_that_was_there_before_is_told_once_its_owner_may_be_asked() {
        ben.presses(ben.runs("join", Map.of()), "Stop introductions");
        ben_offers();
        clock.forward(Duration.ofSeconds(1));
        assertThat(ada.runs("ask", Map.of("what", "how to bake sourdough")).words())
                .contains("Nobody here offers");
        clock.forward(Duration.ofSeconds(1));
        ben.joins("introductions");
        days(0);
        ada.hears("Somebody here now offers");
    }

    @Test
    void of_one_need_offers_are_told_at_most_once_a_week() {
        ada.runs("ask", Map.of("what", "how to bake sourdough"));
        ben_offers();
        days(0);
        ada.hears("Somebody here now offers");
        for (int day = 0; day < 6; day++) {
            town.person("baker " + day)
                    .joins("introductions")
                    .runs("offer", Map.of("what", "sourdough baking on day " + day));
            days(1);
        }
        assertThat(ada.direct()).hasSize(1);
        days(2);
        town.person("baker").joins("introductions").runs("offer", Map.of("what", "sourdough baking again"));
        days(0);
        await().until(() -> ada.direct().size() == 2);
    }

    @Test
    void nobody_is_told_of_what_they_offer_themselves_or_what_does_not_fit_or_was_there_before() {
        ben_offers();
        ada.runs("ask", Map.of("what", "how to bake sourdough"));
        ada.runs("offer", Map.of("what", "how to bake sourdough, told by myself"));
        town.person("cleo").joins("introductions").runs("offer", Map.of("what", "repairing bicycles"));
        days(0);
        days(1);
        assertThat(ada.direct()).isEmpty();
    }

    /** As well as ben, and after him. */
    private List<Person> offer_too(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> town.person("baker-" + i).joins("introductions", "direct messages"))
                .peek(baker -> baker.runs("offer", Map.of("what", "baking sourdough bread")))
                .toList();
    }

    private static boolean isAsked(Person person) {
        // Whatever goes to them goes before this answer.
        person.runs("tasks", Map.of());
        return person.direct().stream().anyMatch(text -> text.words().contains("Somebody here could use your help"));
    }

    @Test
    void whether_somebody_else_is_asked_does_not_tell_who_does_not_want_to_meet_the_asker() {
        ben_offers();
        List<Person> others = offer_too(3);
        ben.runs("exclude", Map.of("person", ada));
        ada_asks();
        assertThat(isAsked(ben)).isFalse();
        assertThat(others).filteredOn(DeniabilityTest::isAsked).isEqualTo(others.subList(0, 2));
    }

    @Test
    void whether_somebody_else_is_asked_the_next_time_does_not_tell_who_was_not_asked_before() {
        ben_offers();
        List<Person> others = offer_too(5);
        ben.runs("pause", Map.of("for", "until I say so"));
        ada_asks();
        assertThat(others).filteredOn(DeniabilityTest::isAsked).isEqualTo(others.subList(0, 2));
        days(3);
        ada.presses(ada.hears("Nobody was free this time"), "Ask again");
        assertThat(others).allMatch(DeniabilityTest::isAsked);
    }
}
