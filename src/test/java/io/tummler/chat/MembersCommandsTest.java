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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members can type and choose besides the loop. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class MembersCommandsTest {
    private static final String FIND_HELP = "listening.find-help";
    private static final String THANK = "credit.thank-for-this";
    private static final String MESSAGE = "Does anyone know how to tune a virginal?";

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members() {
        town = platform.town();
        ada = town.person("ada");
        ben = town.person("ben");
    }

    @Test
    void help_begins_with_what_comes_next_and_names_all_that_everybody_may_run() {
        assertThat(ada.runs("help", Map.of()).words())
                .contains("To begin", "`/ask` Say what you are looking for", "`/who`")
                .doesNotContain("/tummler", "`/help`");
        assertThat(ada.joins("introductions").runs("help", Map.of()).words()).contains("waits in `/me`");
        assertThat(ada.joins("direct messages").runs("help", Map.of()).words())
                .contains("I write to you when there is something to decide");
    }

    @Test
    void a_part_of_what_is_held_stands_alone_on_the_screen() {
        ada.joins("introductions").runs("offer", Map.of("what", "tuning harps"));
        Text offers = ada.runs("me", Map.of("what", "statements"));
        assertThat(offers.words()).contains("tuning harps").doesNotContain("Member since", "credits");
        assertThat(offers.buttons()).hasSize(1);
        assertThat(ada.runs("me", Map.of("what", "profile")).words()).contains("nothing of this kind");
        assertThat(ada.runs("me", Map.of("what", "consents")).buttons())
                .extracting("label")
                .contains("Stop introductions", "Allow listening");
    }

    @Test
    void how_many_offer_something_is_told_in_steps_and_never_for_a_few() {
        for (int i = 1; i <= 4; i++) offers("baker " + i);
        String few = who();
        assertThat(few).contains("Fewer than five members");
        offers("baker 5");
        assertThat(who()).contains("At least 5 members");
        offers("baker 6");
        assertThat(who()).contains("At least 5 members");
    }

    private void offers(String name) {
        town.person(name).joins("introductions").runs("offer", Map.of("what", "baking sourdough, says " + name));
    }

    private String who() {
        return ada.runs("who", Map.of("topic", "sourdough baking")).words();
    }

    @Test
    void help_is_found_with_a_message_of_ones_own_whose_words_stay_nowhere_until_they_are_confirmed() {
        ada.joins("introductions");
        Text found = ada.chooses(FIND_HELP, ada, "Good morning. " + MESSAGE);
        assertThat(found.words()).contains("> ", "virginal").doesNotContain("Good morning");
        assertThat(found.buttons()).hasSize(2);
        assertThat(ada.presses(found, "Yes").words()).contains("I noted that you are looking for this");
        assertThat(ada.runs("me", Map.of()).words()).contains("You look for", "virginal");
        assertThat(rows.with("Good morning")).isEmpty();
    }

    @Test
    void a_long_message_is_shortened_to_what_its_author_confirms() {
        Text found = ada.joins("introductions").chooses(FIND_HELP, ada, "looking at theorbos and citterns ".repeat(30));
        assertThat(found.words()).contains("> looking at theorbos");
        assertThat(found.words().length()).isLessThan(500);
    }

    @Test
    void somebody_elses_message_is_read_by_nobody() {
        assertThat(ada.chooses(FIND_HELP, ben, MESSAGE).words()).contains("I read only what you wrote yourself");
        assertThat(rows.with("virginal")).isEmpty();
    }

    @Test
    void thanks_for_a_message_go_to_whoever_wrote_it() {
        ben.joins("introductions", "direct messages");
        assertThat(ada.chooses(THANK, ben, "with pleasure").words()).contains(ben.mention());
        assertThat(ben.hears("thanks you").words()).contains(ada.mention()).doesNotContain("pleasure");
        assertThat(ada.chooses(THANK, ada, "mine").words()).contains("yourself");
    }

    @Test
    void somebody_is_excluded_from_their_menu_and_learns_nothing() {
        assertThat(ada.chooses("community.not-this-person", ben).words()).contains("I never bring you together with");
        assertThat(ada.runs("exclude", Map.of()).words()).contains(ben.mention());
        assertThat(ben.direct()).isEmpty();
        assertThat(ada.chooses("community.not-this-person", ada).words()).contains("That is you");
    }

    @Test
    void whoever_types_is_helped_with_what_they_may_run() {
        // Nothing is suggested before the community is known.
        ada.runs("help", Map.of());
        assertThat(ada.types("profile", "time-zone", "leip")).isEmpty();
        assertThat(ada.types("profile", "time-zone", "berl")).first().isEqualTo("Europe/Berlin");
        assertThat(ada.types("tummler config why", "key", "weekly")).isEmpty();
        assertThat(ada.moderates().types("tummler config why", "key", "weekly")).contains("introductions: weekly-cap");
        assertThat(ada.types("tummler config show", "file", "match")).contains("matching");
        assertThat(ada.types("no such command", "key", "x")).isEmpty();
    }

    @Test
    void everything_that_is_offered_fits_discord_in_every_language() {
        List<String> descriptions = intake.commands().stream()
                .flatMap(command -> Stream.concat(
                        command.words().stream().map(word -> word.description()),
                        command.options().stream().map(option -> option.description())))
                .flatMap(label -> Stream.concat(Stream.of(label.plain()), label.in().values().stream()))
                .toList();
        assertThat(descriptions)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.length()).isBetween(1, 100));
        assertThat(intake.menu())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.label().plain().length()).isBetween(1, 32));
    }

    @Test
    void a_discreet_need_is_read_by_the_helper_only_once_both_have_said_yes() {
        ben.joins("introductions", "direct messages").runs("offer", Map.of("what", "help with debts and letters"));
        ada.joins("introductions", "direct messages");
        Text asked = ada.runs("ask", Map.of("what", "my debts and ugly letters about them", "discreet", "true"));
        assertThat(asked.words()).contains("It stays between us");
        ada.presses(asked, "Ask");

        Text question = ben.hears("keep to themselves");
        assertThat(question.words()).contains("help with debts").doesNotContain("ugly");
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("ugly");
        assertThat(Exports.of(ben)).doesNotContain("ugly");
        assertThat(ben.presses(question, "Yes").words()).doesNotContain("ugly");
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("ugly");
        ada.presses(ada.hears("Somebody would help you"), "Yes");

        await().until(() -> town.threads().size() == 1);
        var thread = town.threads().getFirst();
        assertThat(thread.title()).doesNotContain("debts", "ugly");
        assertThat(thread.text().words()).contains("ugly letters");
    }

    @Test
    void a_need_stands_as_long_as_it_is_wanted_and_no_longer_than_moderators_let_it() {
        ada.joins("introductions").runs("ask", Map.of("what", "tuning a zither", "until", "in-3-days"));
        assertThat(Exports.of(ada))
                .contains(clock.instant().plus(Duration.ofDays(3)).toString());
    }

    @Test
    void an_entry_that_is_no_longer_there_says_so() {
        assertThat(ada.chooses("no.such", ben, "").words()).contains("do not know this command any more");
    }
}
