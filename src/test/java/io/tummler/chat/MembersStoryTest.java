package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.ButtonView;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.ThreadView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members do to find one another, by command and by menu, through JDA and real sockets. */
@QuarkusTest
@TestProfile(MembersProfile.class)
class MembersStoryTest {
    private static final String FIND_HELP = "Find help with this";
    private static final String THANK = "Thank for this";
    private static final String INTRODUCE_ME = "Introduce me";
    private static final String NOT_THIS_PERSON = "Not this person";

    @Inject
    SandboxHost host;

    private Sandbox sandbox;
    private Neighbours neighbours;
    private Persona ada;
    private Persona ben;

    @BeforeEach
    void two_neighbours() {
        sandbox = host.sandbox().orElseThrow();
        neighbours = new Neighbours(sandbox);
        ada = neighbours.named("ada");
        ben = neighbours.named("ben");
    }

    @AfterEach
    void it_stayed_between_them() {
        neighbours.nobodyElseSawAnything();
        neighbours.areForgotten();
    }

    private void bothTakePart() {
        neighbours.joins(ada, "introductions", "direct messages");
        neighbours.joins(ben, "introductions", "direct messages");
    }

    @Test
    void whoever_joins_sees_all_switched_off_and_switches_each_by_itself() {
        MessageView panel = neighbours.runs(ada, "join");
        assertThat(panel.content())
                .contains(
                        "nothing is on until you say so",
                        "**Listening** (off)",
                        "**Introductions** (off)",
                        "**Tasks** (off)",
                        "**Direct messages** (off)",
                        "switch introductions on");
        assertThat(panel.buttons())
                .extracting(ButtonView::label)
                .containsExactly("Allow listening", "Allow introductions", "Allow tasks", "Allow direct messages");

        panel = neighbours.presses(ada, panel, "Allow introductions");
        assertThat(panel.content())
                .contains("**Introductions** (on)", "**Listening** (off)", "Next: tell me with `/ask`");
        panel = neighbours.presses(ada, panel, "Stop introductions");
        assertThat(panel.content()).contains("**Introductions** (off)");
    }

    @Test
    void whoever_has_allowed_nothing_hears_how_many_could_help_and_agrees_with_the_press_that_asks_them() {
        neighbours.joins(ada, "introductions", "direct messages");
        neighbours.runs(ada, "offer", Map.of("what", "pruning old roses"));

        MessageView asked = neighbours.runs(ben, "ask", Map.of("what", "somebody who is pruning roses"));
        assertThat(asked.content()).contains("One person here could help", "will not learn that it is you");
        MessageView consent = neighbours.presses(ben, asked, "Ask them");
        assertThat(consent.content()).contains("Before I ask anybody for you I need your consent");
        assertThat(neighbours.presses(ben, consent, "Agree, and ask them").content())
                .contains("I am asking now about");
        neighbours.hears(ada, "Somebody here could use your help", "roses");
    }

    @Test
    void a_discreet_need_with_an_end_is_read_by_the_helper_once_both_have_said_yes() {
        bothTakePart();
        neighbours.runs(ada, "offer", Map.of("what", "help with debts and letters"));

        MessageView asked = neighbours.runs(
                ben, "ask", Map.of("what", "my debts and ugly letters", "discreet", true, "until", "in-3-days"));
        assertThat(asked.content()).contains("It stays between us");
        neighbours.presses(ben, asked, "Ask them");
        MessageView question = neighbours.hears(ada, "rather keep to themselves", "help with debts");
        assertThat(question.content()).doesNotContain("ugly", ben.mention());
        neighbours.presses(ada, question, "Yes, introduce us");
        neighbours.presses(ben, neighbours.hears(ben, "Somebody would help you", "ugly"), "Yes, bring us together");
        ThreadView thread = neighbours.findsThread(ada, "ugly letters");
        assertThat(thread.name()).doesNotContain("debts", "ugly");

        neighbours.runs(ben, "ask", Map.of("what", "a zither for the weekend", "until", "in-3-days"));
        sandbox.forward(Duration.ofDays(3));
        await().until(() -> !neighbours.runs(ben, "me").content().contains("zither"));
    }

    @Test
    void a_need_that_nobody_meets_is_kept_and_taken_back_where_it_stands() {
        MessageView asked = neighbours.runs(ben, "ask", Map.of("what", "a blacksmith with a forge"));
        assertThat(asked.content()).contains("Nobody here offers that yet", "I keep it for you until");
        MessageView held = neighbours.runs(ben, "me", Map.of("what", "statements"));
        assertThat(held.content()).contains("You look for: a blacksmith with a forge");
        assertThat(neighbours
                        .presses(ben, held, "Take back: a blacksmith with a forge")
                        .content())
                .contains("Nobody will be asked about it any more");
    }

    @Test
    void an_offer_of_somebody_who_allowed_nothing_waits_for_the_consent_that_it_asks_for() {
        MessageView offered = neighbours.runs(ada, "offer", Map.of("what", "grafting apple trees"));
        assertThat(offered.content()).contains("You can give: **grafting apple trees**", "I need your consent");
        neighbours.presses(ada, offered, "Allow introductions");
        assertThat(neighbours
                        .runs(ada, "offer", Map.of("what", "pressing cider"))
                        .content())
                .contains("I ask you in private", "Nobody learns when you say no");
    }

    @Test
    void two_are_introduced_by_a_third_who_hears_only_of_a_yes() {
        bothTakePart();
        Persona chiara = neighbours.named("chiara");
        neighbours.joins(chiara, "direct messages");

        assertThat(neighbours
                        .runs(
                                chiara,
                                "introduce",
                                Map.of("one", "ben", "other", "ada", "about", "a stall at the night market"))
                        .content())
                .contains("one after the other", "Otherwise you hear nothing");
        MessageView toAda = neighbours.hears(ada, "should meet", "night market");
        assertThat(toAda.content()).contains(chiara.mention()).doesNotContain(ben.mention());
        assertThat(ben.dms()).noneMatch(message -> message.content().contains("night market"));
        neighbours.presses(ada, toAda, "Yes, introduce us");
        neighbours.presses(ben, neighbours.hears(ben, "should meet", "night market"), "Yes, introduce us");

        assertThat(neighbours
                        .findsThread(ben, "night market")
                        .messages()
                        .getFirst()
                        .content())
                .contains(ada.mention(), ben.mention(), chiara.mention() + " thought that you two should meet");
        neighbours.hears(chiara, "the introduction that you proposed has come about");
        assertThat(neighbours
                        .runs(chiara, "introduce", Map.of("one", "chiara", "other", "ada", "about", "me"))
                        .content())
                .contains("You named yourself");
    }

    @Test
    void thanks_reach_who_is_thanked_and_nobody_is_told_of_them_where_they_can_not() {
        neighbours.joins(ada, "introductions", "direct messages");

        assertThat(neighbours
                        .runs(ben, "thanks", Map.of("member", "ada", "for", "the loan of a ladder"))
                        .content())
                .contains("Your thanks are on their way to " + ada.mention(), "You gave nothing away");
        neighbours.hears(ada, ben.mention() + " thanks you for this: the loan of a ladder");
        assertThat(neighbours.runs(ben, "thanks", Map.of("member", "ben")).content())
                .contains("nothing was booked");
        assertThat(neighbours.runs(ada, "thanks", Map.of("member", "ben")).content())
                .contains("I can't pass thanks on to this person");
        assertThat(ben.dms()).noneMatch(message -> message.content().contains("thanks you"));
    }

    @Test
    void how_many_could_help_is_told_without_pointing_at_anybody() {
        neighbours.joins(ada, "introductions");
        neighbours.runs(ada, "offer", Map.of("what", "bookkeeping"));
        assertThat(neighbours.runs(ben, "who", Map.of("topic", "bookkeeping")).content())
                .contains("Fewer than five members offer this, perhaps nobody")
                .doesNotContain(ada.mention());
        for (String baker : new String[] {"chiara", "dov", "esra", "femi", "greta"}) {
            Persona persona = neighbours.named(baker);
            neighbours.joins(persona, "introductions");
            neighbours.runs(persona, "offer", Map.of("what", "bookkeeping, says " + baker));
        }
        assertThat(neighbours.runs(ben, "who", Map.of("topic", "bookkeeping")).content())
                .contains("At least 5 members offer this: **bookkeeping**", "never who");
    }

    @Test
    void tasks_are_explained_before_any_is_shown() {
        MessageView explained = neighbours.runs(ben, "tasks");
        assertThat(explained.content())
                .contains("I show you none until you say so")
                .doesNotContain("Corner Oven");
        neighbours.presses(ben, explained, "Show me tasks");
        assertThat(neighbours.runs(ben, "tasks").content()).contains("no task for you right now");
    }

    @Test
    void help_is_found_with_ones_own_message_and_with_nobody_elses() {
        bothTakePart();
        neighbours.runs(ada, "offer", Map.of("what", "sharpening chisels"));
        MessageView said = ben.says("workshop", "Rain again. Does anyone know how to go about sharpening chisels?");

        MessageView found = neighbours.chooses(ben, said, FIND_HELP);
        assertThat(found.content()).contains("You wrote:", "sharpening chisels").doesNotContain("Rain again");
        MessageView noted = neighbours.presses(ben, found, "Yes, look for help");
        assertThat(noted.content()).contains("I noted that you are looking for this", "One member could help");
        assertThat(neighbours.presses(ben, noted, "Ask them").content()).contains("I am asking now");
        neighbours.hears(ada, "Somebody here could use your help", "chisels");

        assertThat(neighbours.chooses(ada, said, FIND_HELP).content()).contains("I read only what you wrote yourself");
    }

    @Test
    void somebody_is_thanked_and_somebody_is_avoided_from_a_menu() {
        bothTakePart();
        MessageView said = ada.says("kitchen", "Turn the jar upside down, then the lid comes off.");
        assertThat(neighbours.chooses(ben, said, THANK).content())
                .contains("Your thanks are on their way to " + ada.mention());
        assertThat(neighbours.hears(ada, ben.mention() + " thanks you").content())
                .doesNotContain("jar");

        assertThat(neighbours.chooses(ben, ada, NOT_THIS_PERSON).content())
                .contains("I never bring you together with " + ada.mention(), "Nobody else learns of it");
        neighbours.runs(ada, "offer", Map.of("what", "opening stubborn jars"));
        assertThat(neighbours.runs(ben, "exclude").content()).contains(ada.mention());
        assertThat(ada.dms()).noneMatch(message -> message.content().contains("exclude"));
    }

    @Test
    void whom_somebody_would_like_to_meet_is_asked_from_their_menu_without_a_name() {
        bothTakePart();
        neighbours.runs(ben, "ask", Map.of("what", "the way to a good goulash"));
        MessageView about = neighbours.chooses(ben, ada, INTRODUCE_ME);
        assertThat(about.content()).contains("What would you like to meet " + ada.mention() + " about");
        assertThat(neighbours
                        .presses(ben, about, "About: the way to a good goulash")
                        .content())
                .contains("I am asking now");
        MessageView question = neighbours.hears(ada, "would like to meet you in particular", "goulash");
        assertThat(question.content()).doesNotContain(ben.mention());
        neighbours.presses(ada, question, "Yes, introduce us");
        neighbours.presses(ben, neighbours.hears(ben, "would like to meet you too"), "Yes, bring us together");
        neighbours.findsThread(ada, "asked to meet");
    }
}
