package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.Role;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does not want to meet whom; {@link RoundsTest} shows that nobody sees a difference to a silence. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class ExclusionsTest {
    private static final String QUESTION = "Somebody here could use your help";

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
    void one_who_offers_and_one_who_looks() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", offer()));
    }

    /** Words, and the name of a role, that no other test says. */
    private String offer() {
        return "baking sourdough bread in " + town.ref.id();
    }

    private Role staff() {
        return ScriptedPlatform.role("Staff of " + town.ref.id());
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

    private Text ada_asks() {
        Text asked = ada.runs("ask", Map.of("what", "how to bake sourdough"));
        assertThat(asked.words()).as("whoever is kept away counts").contains("One person here could help");
        return ada.presses(asked, "Ask");
    }

    private static List<String> numbered(Text text) {
        return text.words().lines().filter(line -> line.matches("[0-9]+\\. .*")).toList();
    }

    @Test
    void two_are_asked_about_each_other_again_once_the_exclusion_is_taken_back() {
        assertThat(ada.runs("exclude", Map.of("person", ben)).words())
                .contains("I never bring you together with " + ben.mention(), "Nobody else learns of it");
        assertThat(ada_asks().words()).contains("I am asking now");
        days(3);
        ada.hears("Nobody was free this time");
        assertThat(ben.direct()).isEmpty();
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("never bring", ada.mention());

        Text me = ada.runs("me", Map.of());
        assertThat(numbered(me)).containsExactly("1. " + ben.mention());
        assertThat(ada.presses(me, "Take back 1").words()).contains("Taken back");
        assertThat(ada.runs("exclude", Map.of()).words()).contains("named nobody so far");
        ada.presses(ada.hears("Nobody was free this time"), "Ask again");
        ben.hears(QUESTION);
    }

    @Test
    void an_excluded_stranger_becomes_no_member_and_leaves_no_readable_id() {
        Person stranger = town.person("stranger");
        int members = rows.of("member").size();
        ada.runs("exclude", Map.of("person", stranger));
        assertThat(rows.of("member")).hasSize(members);
        assertThat(rows.of("exclusion")).anyMatch(row -> row.contains("person " + stranger.ref.id()));
        await().untilAsserted(() -> assertThat(rows.withoutKeys()).noneMatch(row -> row.contains(stranger.ref.id())));
        assertThat(Exports.of(ada)).contains(stranger.ref.id());

        ada.presses(ada.runs("me", Map.of("what", "forget")), "Yes, forget me");
        await().until(() -> rows.with(stranger.ref.id()).isEmpty());
    }

    @Test
    void an_exclusion_holds_for_whoever_becomes_a_member_later() {
        Person cleo = town.person("cleo");
        ada.runs("exclude", Map.of("person", cleo));
        ben.runs("leave", Map.of());
        cleo.joins("introductions", "direct messages").runs("offer", Map.of("what", "sourdough and how to bake it"));
        ada_asks();
        cleo.runs("tasks", Map.of());
        assertThat(cleo.direct()).isEmpty();
    }

    @Test
    void of_a_role_whoever_has_it_or_was_not_seen_yet_is_kept_away() {
        assertThat(ada.runs("exclude", Map.of("role", staff())).words())
                .contains("anybody who has the role **Staff of");
        ada_asks();
        assertThat(ben.direct()).as("not seen yet").isEmpty();
        days(3);

        ben.bears(staff().name(), "Bakers").runs("tasks", Map.of());
        ada.presses(ada.runs("me", Map.of()), "Ask about");
        assertThat(ben.direct()).as("seen with it").isEmpty();
        days(3);

        ben.bears("Bakers").runs("tasks", Map.of());
        ada.presses(ada.runs("me", Map.of()), "Ask about");
        ben.hears(QUESTION);
    }

    @Test
    void of_roles_only_those_that_an_exclusion_names_are_kept_and_no_longer_than_it_does() {
        ben.bears(staff().name(), "Zythologists").runs("tasks", Map.of());
        await().until(() -> rows.with(staff().id()).isEmpty());
        ada.runs("exclude", Map.of("role", staff()));
        Text me = ben.runs("me", Map.of());
        assertThat(me.words())
                .contains("whose people they do not want to meet", "told to nobody")
                .doesNotContain(ada.mention());
        assertThat(Exports.of(ben)).contains("\"" + staff().id() + "\" : true");
        assertThat(rows.of("excluded_role")).anyMatch(row -> row.contains("+" + staff().id()));
        await().until(() -> rows.with("Zythologists").isEmpty());
        await().untilAsserted(() -> assertThat(rows.withoutKeys()).noneMatch(row -> row.contains(staff().name())));

        int before = rows.of("excluded_role").size();
        ada.presses(ada.runs("exclude", Map.of()), "Take back 1");
        assertThat(rows.of("excluded_role")).hasSizeLessThan(before);
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("people of certain roles");
    }

    @Test
    void everybody_and_oneself_can_not_be_excluded() {
        assertThat(ada.runs("exclude", Map.of("role", ScriptedPlatform.role("@everyone")))
                        .words())
                .contains("Everybody here has that role");
        assertThat(ada.runs("exclude", Map.of("person", ada)).words()).contains("That is you");
        assertThat(ada.runs("exclude", Map.of()).words()).contains("named nobody so far");
    }

    @Test
    void nobody_excludes_more_than_fifty_and_all_of_them_can_be_taken_back() {
        for (int i = 0; i < 49; i++) ada.runs("exclude", Map.of("person", town.person("stranger " + i)));
        assertThat(ada.runs("exclude", Map.of("person", ben, "role", ScriptedPlatform.role("Bakers")))
                        .words())
                .contains("50 people and roles already");
        ada.runs("exclude", Map.of("person", ben));
        assertThat(ada.runs("exclude", Map.of("person", ben)).words()).contains("I never bring you together");
        assertThat(ada.runs("exclude", Map.of("role", ScriptedPlatform.role("Bakers")))
                        .words())
                .contains("50 people and roles already");

        assertThat(numbered(ada.runs("me", Map.of()))).hasSize(5);
        Text page = ada.runs("exclude", Map.of());
        assertThat(numbered(page)).hasSize(24);
        page = ada.presses(ada.presses(page, "Show more"), "Show more");
        assertThat(numbered(page)).last().isEqualTo("50. " + ben.mention());
        ada.presses(page, "Take back 50");
        assertThat(ada.runs("exclude", Map.of("role", ScriptedPlatform.role("Bakers")))
                        .words())
                .contains("I never bring you together");
    }

    @Test
    void nobody_takes_back_the_exclusion_of_somebody_else() {
        ada.runs("exclude", Map.of("person", ben));
        Text list = ada.runs("exclude", Map.of());
        assertThat(ben.pressesRaw(list.buttons().getFirst().id(), list.words()).words())
                .contains("taken back already");
        assertThat(numbered(ada.runs("exclude", Map.of()))).hasSize(1);
    }

    @Test
    void a_broker_sees_a_helper_who_gives_no_answer_and_the_helper_an_asker_who_gives_none() {
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        ada.runs("exclude", Map.of("person", ben));
        Text proposed = cleo.runs("introduce", Map.of("one", ada, "other", ben, "about", "a stall"));
        assertThat(proposed.words()).contains("If both can be asked");
        assertThat(ben.presses(ben.hears("should meet"), "Yes").words()).contains("I now ask the other side");
        days(3);
        ben.hears("did not come about");
        assertThat(ada.direct()).isEmpty();
        assertThat(cleo.direct()).isEmpty();
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void nobody_is_reached_by_a_broker_whom_they_do_not_want_to_meet() {
        Person cleo = town.person("cleo").joins("introductions", "direct messages");
        ben.runs("exclude", Map.of("person", cleo));
        ada.runs("exclude", Map.of("person", cleo));
        Text toBen = cleo.runs("introduce", Map.of("one", ada, "other", ben, "about", "a stall"));
        assertThat(toBen.words()).contains("If both can be asked");
        Person dan = town.person("dan").joins("introductions", "direct messages");
        cleo.runs("introduce", Map.of("one", ada, "other", dan, "about", "a stall"));
        assertThat(dan.presses(dan.hears("should meet"), "Yes").words()).contains("I now ask the other side");
        days(3);
        dan.hears("did not come about");
        assertThat(ben.direct()).isEmpty();
        assertThat(ada.direct()).isEmpty();
    }

    @Test
    void a_question_that_was_asked_goes_when_its_asker_excludes_whoever_was_asked() {
        ada_asks();
        Text question = ben.hears(QUESTION);
        String before = ada.runs("me", Map.of()).words();
        assertThat(before).contains("I am asking for you");
        ada.runs("exclude", Map.of("person", ben));
        assertThat(ada.runs("me", Map.of()).words()).contains("I am asking for you");
        assertThat(ben.presses(question, "Yes").words()).contains("settled in the meantime");
        days(3);
        ada.hears("Nobody was free this time");
    }

    @Test
    void who_excludes_one_suspect_after_the_other_does_not_learn_who_asks() {
        ada_asks();
        Text question = ben.hears(QUESTION);
        String asked = lineOf("You are asked until");
        ben.runs("exclude", Map.of("person", ada));
        assertThat(lineOf("You are asked until")).isEqualTo(asked);
        assertThat(ben.presses(question, "Yes").words()).contains("I now ask the other side");
        assertThat(lineOf("You said yes")).contains("somebody could use what you offer");
        ben.presses(ben.runs("exclude", Map.of()), "Take back 1");
        assertThat(ben.presses(question, "Yes").words()).contains("settled in the meantime");
        days(3);
        ben.hears("did not come about");
        ada.hears("Nobody was free this time");
        assertThat(ada.direct()).hasSize(1);
    }

    private String lineOf(String words) {
        return ben.runs("me", Map.of())
                .words()
                .lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("/me does not say: " + words));
    }

    @Test
    void what_is_left_of_a_yes_that_leads_to_nothing_is_forgotten_too() {
        ada_asks();
        ben.runs("exclude", Map.of("person", ada));
        ben.presses(ben.hears(QUESTION), "Yes");
        ben.presses(ben.runs("me", Map.of("what", "forget")), "Yes, forget me");
        days(4);
        assertThat(rows.of("introduction"))
                .filteredOn(row -> row.contains(offer()) && row.contains("DECLINED"))
                .isEmpty();
    }
}
