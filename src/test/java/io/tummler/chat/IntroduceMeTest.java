package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Introduce me" in somebody's menu. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class IntroduceMeTest {
    private static final String ENTRY = "introduction.introduce-me";
    private static final String QUESTION = "would like to meet you in particular";

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    TestClock clock;

    private Town town;
    private Person ada;
    private Person ben;

    /** How whom the asker named does not come to meet. */
    enum Ben {
        GIVES_NO_ANSWER,
        SAYS_NO,
        WAS_NEVER_HERE,
        TAKES_NO_PART,
        STOPS_INTRODUCTIONS,
        IS_FORGOTTEN,
        HAS_A_PAUSE,
        EXCLUDED_THE_ASKER,
        EXCLUDES_THE_ASKER_AND_SAYS_YES
    }

    @BeforeEach
    void somebody_who_looks_for_something() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben");
        ada.runs("ask", Map.of("what", "how to build a kiln"));
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
        // What is asked after it is worked off after it, and whatever goes to the two goes before the answers to them.
        town.person("clock").runs("join", Map.of());
        ada.runs("tasks", Map.of());
        ben.runs("tasks", Map.of());
    }

    private Text ada_asks_for_ben() {
        return ada.presses(ada.chooses(ENTRY, ben), "About: how to build a kiln");
    }

    @Test
    void two_who_both_agree_meet_in_a_thread_that_says_who_asked_for_whom() {
        ben.joins("introductions", "direct messages");
        assertThat(ada.chooses(ENTRY, ben).words()).contains(ben.mention(), "What would you like to meet");
        assertThat(ada_asks_for_ben().words()).contains("I am asking now", "kiln");
        Text question = ben.hears(QUESTION);
        assertThat(question.words()).contains("kiln").doesNotContain(ada.mention());
        assertThat(ben.presses(question, "Yes").words()).contains("I now ask the other side");
        assertThat(ben.runs("me", Map.of()).words()).contains("You said yes to meeting somebody who asked for you");
        ada.presses(ada.hears("would like to meet you too"), "Yes");
        await().until(() -> town.threads().size() == 1);
        assertThat(town.threads().getFirst().text().words())
                .contains(ada.mention() + " asked to meet " + ben.mention(), "how to build a kiln")
                .doesNotContain("offers:");
        days(3);
        ada.presses(ada.hears("How did it go"), "It helped me");
        assertThat(ada.runs("me", Map.of("what", "statements")).words())
                .as("a need that was met")
                .doesNotContain("kiln");
    }

    private static List<String> seenBy(Person person) {
        List<String> seen =
                new ArrayList<>(person.direct().stream().map(Text::words).toList());
        Text me = person.runs("me", Map.of());
        seen.add(me.words());
        me.buttons().forEach(button -> seen.add(button.label()));
        seen.add(person.runs("me", Map.of("what", "introductions")).words());
        return seen;
    }

    private String whatAdaSeesWhenBen(Ben how) {
        if (how != Ben.WAS_NEVER_HERE) ben.joins("direct messages");
        if (how != Ben.WAS_NEVER_HERE && how != Ben.TAKES_NO_PART) ben.joins("introductions");
        if (how == Ben.HAS_A_PAUSE) ben.runs("pause", Map.of("for", "1 week"));
        if (how == Ben.EXCLUDED_THE_ASKER) ben.runs("exclude", Map.of("person", ada));
        List<String> seen = new ArrayList<>();
        Text menu = ada.chooses(ENTRY, ben);
        seen.add(menu.words());
        menu.buttons()
                .forEach(button -> seen.add(button.label() + " "
                        + button.id().substring(0, button.id().lastIndexOf('.'))));
        seen.add(ada_asks_for_ben().words());
        switch (how) {
            case GIVES_NO_ANSWER -> ben.hears(QUESTION);
            case SAYS_NO -> ben.presses(ben.hears(QUESTION), "Not this time");
            case WAS_NEVER_HERE, TAKES_NO_PART, HAS_A_PAUSE, EXCLUDED_THE_ASKER -> {}
            case STOPS_INTRODUCTIONS -> ben.presses(ben.runs("join", Map.of()), "Stop introductions");
            case IS_FORGOTTEN -> ben.presses(ben.runs("me", Map.of("what", "forget")), "Yes, forget me");
            case EXCLUDES_THE_ASKER_AND_SAYS_YES -> {
                Text question = ben.hears(QUESTION);
                ben.runs("exclude", Map.of("person", ada));
                assertThat(ben.presses(question, "Yes").words()).contains("I now ask the other side");
            }
        }
        for (int day = 0; day < 5; day++) {
            seen.addAll(seenBy(ada));
            seen.add(Exports.of(ada));
            days(1);
        }
        return String.join("\n", seen)
                .replace(town.ref.id(), "TOWN")
                .replaceAll("\"[0-9a-f-]{36}\"", "ID")
                .replaceAll("[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}[T0-9:.Z]*", "DATE");
    }

    @ParameterizedTest
    @EnumSource(Ben.class)
    void the_asker_sees_the_same_however_it_comes_to_nothing(Ben how) {
        String silence = whatAdaSeesWhenBen(Ben.GIVES_NO_ANSWER);
        assertThat(silence).contains("I am asking for you until", "Nobody was free this time");
        somebody_who_looks_for_something();
        assertThat(whatAdaSeesWhenBen(how)).isEqualTo(silence);
    }

    @Test
    void who_said_yes_in_vain_hears_that_it_came_to_nothing() {
        ben.joins("introductions", "direct messages");
        ada_asks_for_ben();
        Text question = ben.hears(QUESTION);
        ben.runs("exclude", Map.of("person", ada));
        ben.presses(question, "Yes");
        assertThat(ben.runs("me", Map.of()).words())
                .contains("You said yes to meeting somebody")
                .doesNotContain("kiln");
        days(3);
        ben.hears("Meeting somebody who asked for you did not come about");
        assertThat(ada.direct()).noneMatch(text -> text.words().contains("meet you too"));
    }

    @Test
    void whoever_can_not_ask_is_told_what_to_do_first() {
        assertThat(ada.chooses(ENTRY, ada).words()).contains("That is you");
        Person cleo = town.person("cleo");
        assertThat(cleo.chooses(ENTRY, ben).words()).contains("I need your consent", "`/join`");
        cleo.joins("introductions");
        assertThat(cleo.chooses(ENTRY, ben).words()).contains("`/ask`");
        cleo.runs("ask", Map.of("what", "a lawyer for my divorce", "discreet", "true"));
        assertThat(cleo.chooses(ENTRY, ben).words()).as("nothing is said of it").contains("`/ask`");
        ada.runs("pause", Map.of("for", "1 day"));
        assertThat(ada.chooses(ENTRY, ben).words()).contains("You have a pause");
    }

    @Test
    void a_need_is_asked_about_in_one_round_at_a_time() {
        ben.joins("introductions", "direct messages");
        ada_asks_for_ben();
        assertThat(ada.presses(ada.chooses(ENTRY, town.person("cleo")), "About:")
                        .words())
                .contains("I am asking already");
        assertThat(ada.presses(ada.runs("me", Map.of()), "Ask about").words()).contains("I am asking already");
    }

    @Test
    void a_need_that_is_gone_by_then_is_asked_about_with_nobody() {
        ben.joins("introductions", "direct messages");
        Text menu = ada.chooses(ENTRY, ben);
        ada.presses(ada.runs("me", Map.of()), "Take back");
        assertThat(ada.presses(menu, "About:").words()).contains("no longer open");
        days(1);
        assertThat(ben.direct()).isEmpty();
    }
}
