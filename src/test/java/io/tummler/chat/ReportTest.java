package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something is wrong: the moderators read it, and whoever it is about notices nothing. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class ReportTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

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
        ben = town.person("ben").joins("introductions", "direct messages");
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
        // What is asked after it is worked off after it, and whatever goes to the two goes before the answers to them.
        town.person("clock").runs("join", Map.of());
        dispatcher.dispatch();
        ada.runs("tasks", Map.of());
        ben.runs("tasks", Map.of());
    }

    private Delivery.OpenThread the_two_are_introduced() {
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
        ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough")), "Ask");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
        await().until(() -> ada.runs("me", Map.of()).words().contains("#thread-"));
        return town.threads().getFirst();
    }

    private Text posted() {
        await().until(() -> !town.posts().isEmpty());
        return town.posts().getLast().text();
    }

    @Test
    void moderators_read_who_reports_whom_in_which_words_and_where_the_two_met_and_are_called_to_nothing() {
        Delivery.OpenThread thread = the_two_are_introduced();
        Text told = ada.runs("report", Map.of("what", "He asks for <@everyone> money", "who", ben));
        assertThat(told.words())
                .contains("passing it on to the moderators' channel", "I keep none of your words")
                .contains(ben.mention() + " hears nothing of it", "I have ended your introduction", "`/exclude`");
        Text post = posted();
        assertThat(post.words())
                .contains(ada.mention() + " reports " + ben.mention())
                .contains("He asks for \\<\\@everyone\\> money")
                .contains("They were brought together on ")
                .contains("#" + ScriptedPlatform.place(thread).id())
                .doesNotContain("sourdough");
        assertThat(post.mentioned()).isEmpty();
        await().until(() -> rows.with("He asks for").isEmpty());
    }

    @Test
    void it_ends_their_introduction_for_good_and_the_other_notices_nothing() {
        the_two_are_introduced();
        int heard = ben.direct().size();
        ada.runs("report", Map.of("what", "no reason", "who", ben));
        days(1);
        days(3);
        days(40);
        assertThat(ben.direct()).hasSize(heard);
        assertThat(ada.direct()).noneMatch(text -> text.words().contains("How did it go"));
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("report", "never bring");
        assertThat(ada.runs("exclude", Map.of()).words()).contains("1. " + ben.mention());
        ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough rolls")), "Ask");
        days(1);
        assertThat(ben.direct()).hasSize(heard);
    }

    @Test
    void somebody_who_is_no_member_is_reported_and_becomes_none() {
        Person stranger = town.person("stranger");
        int members = rows.of("member").size();
        assertThat(ada.runs("report", Map.of("what", "writes to everybody", "who", stranger))
                        .words())
                .contains("I never bring you together");
        assertThat(posted().words()).contains(stranger.mention()).doesNotContain("brought together");
        assertThat(rows.of("member")).hasSize(members);
    }

    @Test
    void without_a_name_it_is_only_passed_on() {
        assertThat(ada.runs("report", Map.of("what", "the kitchen is full of adverts"))
                        .words())
                .contains("passing it on")
                .doesNotContain("never bring", "whom it is about");
        assertThat(posted().words()).contains("the kitchen is full of adverts", "Nobody is named");
    }

    @Test
    void a_long_report_comes_whole_and_a_longer_one_is_refused() {
        String words = "word ".repeat(199) + "the end";
        ada.runs("report", Map.of("what", words.substring(0, 900) + "the end"));
        assertThat(posted().words()).contains("word word word", "the end");
        assertThat(ada.runs("report", Map.of("what", words)).words()).contains("1002 characters", "nothing was sent");
        assertThat(town.posts()).hasSize(1);
    }

    @Test
    void without_a_channel_for_moderators_nothing_is_said_to_be_sent() {
        town.hasNoModeratorsChannel();
        assertThat(ada.runs("report", Map.of("what", "no reason", "who", ben)).words())
                .contains("could not send this to anybody", "write to a moderator directly")
                .doesNotContain("passing it on");
        ada.runs("tasks", Map.of());
        assertThat(town.posts()).isEmpty();
        assertThat(ada.runs("exclude", Map.of()).words()).contains("1. " + ben.mention());
    }

    @Test
    void nobody_reports_more_than_five_times_a_day() {
        for (int i = 0; i < 5; i++)
            assertThat(ada.runs("report", Map.of("what", "number " + i)).words())
                    .contains("passing it on");
        assertThat(ada.runs("report", Map.of("what", "number 5")).words())
                .contains("5 reports within a day", "nothing was sent");
        assertThat(ada.runs("me", Map.of()).words()).contains("5 times");
        days(1);
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("Your last day");
        assertThat(ada.runs("report", Map.of("what", "number 6")).words()).contains("passing it on");
        await().until(() -> town.posts().size() == 6);
    }

    @Test
    void what_says_nothing_is_refused() {
        assertThat(ada.runs("report", Map.of("what", "\u202E\u0301")).words()).contains("nothing was sent");
        assertThat(List.copyOf(town.posts())).isEmpty();
    }
}
