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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a round of asking tells whom, and when: whatever ends it, the other side sees what it would see of a silence. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class RoundsTest {
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

    /** How a helper who is asked does not come to help. */
    enum Helper {
        GIVES_NO_ANSWER,
        SAYS_NO,
        TAKES_THE_OFFER_BACK,
        STOPS_INTRODUCTIONS,
        WAS_ASKED_ENOUGH,
        HAS_A_PAUSE,
        EXCLUDED_THE_ASKER,
        EXCLUDES_THE_ASKER_AND_SAYS_YES,
        IS_FORGOTTEN;

        boolean isAsked() {
            return this != WAS_ASKED_ENOUGH && this != HAS_A_PAUSE && this != EXCLUDED_THE_ASKER;
        }
    }

    /** How an asker does not come to meet the helper who said yes. */
    enum Asker {
        GIVES_NO_ANSWER,
        SAYS_NO,
        TAKES_THE_NEED_BACK,
        MEETS_SOMEBODY_ELSE,
        STOPS_INTRODUCTIONS,
        EXCLUDES_THE_HELPER,
        IS_EXCLUDED_BY_THE_HELPER,
        IS_FORGOTTEN
    }

    @BeforeEach
    void one_who_offers_and_one_who_looks() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
    }

    @AfterEach
    void no_more_faults() {
        platform.fault(_ -> Optional.empty());
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
        // What is asked after it is worked off after it, and whatever goes to the two goes before the answers to them.
        town.person("clock").runs("join", Map.of());
        ada.runs("tasks", Map.of());
        ben.runs("tasks", Map.of());
    }

    private Text ada_asks() {
        return ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough")), "Ask");
    }

    private void forgets(Person person) {
        person.presses(person.runs("me", Map.of("what", "forget")), "Yes, forget me");
    }

    private static List<String> seenBy(Person person, String about) {
        List<String> seen =
                new ArrayList<>(person.direct().stream().map(Text::words).toList());
        person.runs("me", Map.of())
                .words()
                .lines()
                .filter(line -> line.startsWith("- ") && line.contains(about))
                .forEach(seen::add);
        return seen;
    }

    private List<List<String>> whatAdaSeesWhenBen(Helper how) {
        if (how == Helper.WAS_ASKED_ENOUGH)
            for (String name : List.of("eve", "fay")) {
                Person asker = town.person(name).joins("introductions");
                asker.presses(asker.runs("ask", Map.of("what", "bread, " + name)), "Ask");
            }
        if (how == Helper.HAS_A_PAUSE) ben.runs("pause", Map.of("for", "1 week"));
        if (how == Helper.EXCLUDED_THE_ASKER) ben.runs("exclude", Map.of("person", ada));
        List<List<String>> seen = new ArrayList<>();
        seen.add(List.of(ada_asks().words()));
        if (how.isAsked()) {
            Text question = ben.hears("Somebody here could use your help");
            switch (how) {
                case GIVES_NO_ANSWER, WAS_ASKED_ENOUGH, HAS_A_PAUSE, EXCLUDED_THE_ASKER -> {}
                case EXCLUDES_THE_ASKER_AND_SAYS_YES -> {
                    ben.runs("exclude", Map.of("person", ada));
                    assertThat(ben.presses(question, "Yes").words()).contains("I now ask the other side");
                }
                case SAYS_NO -> ben.presses(question, "Not this time");
                case TAKES_THE_OFFER_BACK -> ben.presses(ben.runs("me", Map.of()), "Take back");
                case STOPS_INTRODUCTIONS -> ben.presses(ben.runs("join", Map.of()), "Stop introductions");
                case IS_FORGOTTEN -> forgets(ben);
            }
        }
        for (int day = 0; day < 4; day++) {
            seen.add(seenBy(ada, "sourdough"));
            seen.add(ada.runs("me", Map.of()).buttons().stream()
                    .map(button -> button.label())
                    .toList());
            days(1);
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource(Helper.class)
    void the_asker_sees_the_same_however_a_helper_does_not_come_to_help(Helper how) {
        List<List<String>> silence = whatAdaSeesWhenBen(Helper.GIVES_NO_ANSWER);
        assertThat(silence.getLast()).isNotEmpty();
        assertThat(silence.get(7)).anyMatch(words -> words.contains("Nobody was free this time"));
        one_who_offers_and_one_who_looks();
        assertThat(withoutDates(whatAdaSeesWhenBen(how))).isEqualTo(withoutDates(silence));
    }

    @ParameterizedTest
    @EnumSource(
            value = Helper.class,
            names = {"SAYS_NO", "WAS_ASKED_ENOUGH"})
    void who_asks_again_learns_no_more_than_before(Helper how) {
        whatAdaSeesWhenBen(how);
        int heardByBen = ben.direct().size();
        assertThat(ada.presses(ada.hears("Nobody was free this time"), "Ask again")
                        .words())
                .contains("I am asking now");
        if (how == Helper.SAYS_NO)
            assertThat(ben.direct()).as("who said no is not asked again").hasSize(heardByBen);
        days(3);
        await().until(() -> ada.direct().stream()
                        .filter(text -> text.words().contains("Nobody was free this time"))
                        .count()
                == 2);
    }

    private List<List<String>> whatBenSeesWhenAda(Asker how) {
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        cleo.runs("offer", Map.of("what", "sourdough and how to bake it"));
        ada_asks();
        cleo.hears("Somebody here could use your help");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        Text willing = ada.hears("They offer: baking");
        days(1);
        switch (how) {
            case GIVES_NO_ANSWER -> {}
            case SAYS_NO -> ada.presses(willing, "Not this one");
            case TAKES_THE_NEED_BACK -> ada.presses(ada.runs("me", Map.of()), "Take back");
            case MEETS_SOMEBODY_ELSE -> {
                cleo.presses(cleo.hears("Somebody here could use your help"), "Yes");
                ada.presses(ada.hears("They offer: sourdough and"), "Yes");
                await().until(() -> town.threads().size() == 1);
            }
            case STOPS_INTRODUCTIONS -> ada.presses(ada.runs("join", Map.of()), "Stop introductions");
            case EXCLUDES_THE_HELPER -> {
                ada.runs("exclude", Map.of("person", ben));
                assertThat(ada.presses(willing, "Yes").words()).contains("settled in the meantime");
                // Or who takes exclusions back one by one would find out which one it was.
                ada.presses(ada.runs("exclude", Map.of()), "Take back 1");
                assertThat(ada.presses(willing, "Yes").words()).contains("settled in the meantime");
            }
            case IS_EXCLUDED_BY_THE_HELPER -> {
                ben.runs("exclude", Map.of("person", ada));
                assertThat(ada.presses(willing, "Yes").words()).contains("settled in the meantime");
            }
            case IS_FORGOTTEN -> forgets(ada);
        }
        List<List<String>> seen = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            seen.add(seenBy(ben, ""));
            days(1);
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource(Asker.class)
    void the_helper_who_said_yes_sees_the_same_however_the_asker_does_not_come_to_meet(Asker how) {
        List<List<String>> silence = whatBenSeesWhenAda(Asker.GIVES_NO_ANSWER);
        assertThat(silence.getFirst()).anyMatch(line -> line.contains("You said yes"));
        assertThat(silence.getLast()).anyMatch(words -> words.contains("did not come about"));
        clock.forward(Duration.ofDays(7));
        one_who_offers_and_one_who_looks();
        List<List<String>> seen = whatBenSeesWhenAda(how);
        assertThat(withoutDates(seen)).isEqualTo(withoutDates(silence));
    }

    private static List<String> withoutDates(List<List<String>> seen) {
        return seen.stream()
                .map(day -> String.join("\n", day).replaceAll("[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}", "DATE"))
                .toList();
    }

    @Test
    void who_refuses_the_only_yes_may_ask_again_at_once() {
        ada_asks();
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Not this one");
        assertThat(ada.presses(ada.runs("me", Map.of()), "Ask about").words()).contains("I am asking now");
    }

    @Test
    void who_refuses_one_yes_hears_in_time_that_nobody_else_was_free() {
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        cleo.runs("offer", Map.of("what", "sourdough and how to bake it"));
        ada_asks();
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Not this one");
        days(2);
        assertThat(ada.presses(ada.runs("me", Map.of()), "Ask about").words()).contains("I am asking already");
        days(1);
        ada.hears("Nobody else was free this time");
        days(10);
        assertThat(ada.direct())
                .filteredOn(text -> text.words().contains("was free"))
                .hasSize(1);
    }

    @Test
    void who_meets_somebody_hears_of_nobody_else() {
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        cleo.runs("offer", Map.of("what", "sourdough and how to bake it"));
        ada_asks();
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        days(4);
        assertThat(ada.direct()).noneMatch(text -> text.words().contains("was free"));
    }

    @Test
    void two_for_whom_no_thread_can_be_opened_hear_who_the_other_is_and_the_moderators_why() {
        platform.fault(delivery ->
                delivery instanceof Delivery.OpenThread && delivery.community().equals(town.ref)
                        ? Optional.of(new Outcome.Later(Duration.ofMinutes(5), "there is no channel #introductions"))
                        : Optional.empty());
        ada_asks();
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        for (int i = 0; i < 13; i++) {
            clock.forward(Duration.ofMinutes(6));
            dispatcher.dispatch();
        }
        await().until(() -> {
            clock.forward(Duration.ofMinutes(6));
            dispatcher.dispatch();
            return !town.posts().isEmpty();
        });
        assertThat(ada.hears("I could not open a thread").words()).contains(ben.mention());
        assertThat(ben.hears("I could not open a thread").words()).contains(ada.mention());
        assertThat(town.posts().getFirst().text().words()).contains("there is no channel #introductions");
        days(3);
        ada.presses(ada.hears("How did it go"), "It helped me");
    }

    @Test
    void a_match_that_goes_both_ways_says_so_in_the_thread() {
        ada.runs("offer", Map.of("what", "tuning a piano"));
        ben.runs("ask", Map.of("what", "my piano needs tuning"));
        ada_asks();
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
        assertThat(town.threads().getFirst().text().words())
                .contains("Why you two", "sourdough", "And the other way round", "tuning a piano");
    }

    @Test
    void a_broker_does_not_learn_by_an_accomplice_whether_somebody_may_be_asked() {
        Person cleo = town.person("cleo").joins("introductions");
        Person shy = town.person("shy");
        shy.runs("join", Map.of());
        cleo.runs("introduce", Map.of("one", shy, "other", ben, "about", "a stall at the fair"));
        Text toBen = ben.hears("should meet");
        assertThat(ben.presses(toBen, "Yes").words()).contains("I now ask the other side");
        assertThat(shy.runs("me", Map.of()).words()).doesNotContain("fair");
        days(3);
        ben.hears("did not come about");
    }

    @Test
    void nobody_proposes_more_introductions_a_week_than_the_cap() {
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        Text answer = null;
        for (int i = 0; i < 6; i++)
            answer = cleo.runs(
                    "introduce",
                    Map.of(
                            "one",
                            ada,
                            "other",
                            town.person("guest " + i).joins("introductions"),
                            "about",
                            "fair " + i));
        assertThat(answer.words()).contains("5 introductions in the last seven days");
        assertThat(cleo.runs("me", Map.of()).words()).contains("You proposed that two should meet: fair 4");
    }

    @Test
    void who_is_asked_second_by_brokers_is_asked_no_more_often_than_the_cap() {
        for (int i = 0; i < 3; i++) {
            Person helper = town.person("helper " + i).joins("introductions", "direct messages");
            town.person("broker " + i).runs("introduce", Map.of("one", ada, "other", helper, "about", "fair " + i));
            helper.presses(helper.hears("should meet"), "Yes");
        }
        ada.runs("tasks", Map.of());
        assertThat(ada.direct()).hasSize(2);
    }
}
