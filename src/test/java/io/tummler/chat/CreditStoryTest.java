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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What helping earns, what it says of somebody, and what to do where that is wrong. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class CreditStoryTest {
    private static final Pattern ENTRY = Pattern.compile("#(\\d+): 5, because");

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
    private Person mod;

    @BeforeEach
    void two_members_and_a_moderator() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
        mod = town.person("mod").moderates();
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
        // What is asked after it is worked off after it.
        mod.runs("join", Map.of());
        dispatcher.dispatch();
    }

    private void the_two_meet() {
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
        ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough")), "Ask");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
    }

    private void ada_says_that_it_helped() {
        the_two_meet();
        days(3);
        ada.presses(ada.hears("How did it go with " + ben.mention()), "It helped me");
    }

    private Text posted(String words) {
        await().until(() ->
                town.posts().stream().anyMatch(post -> post.text().words().contains(words)));
        return town.posts().stream()
                .map(post -> post.text())
                .filter(text -> text.words().contains(words))
                .toList()
                .getLast();
    }

    private String me(Person who, String what) {
        return who.runs("me", Map.of("what", what)).words();
    }

    @Test
    void what_helping_earns_is_promised_when_they_meet_and_booked_when_the_other_says_so() {
        the_two_meet();
        assertThat(me(ben, "credit")).contains("You have 1 credit, and 7 more are promised");
        days(3);
        ada.presses(ada.hears("How did it go with " + ben.mention()), "It helped me");
        assertThat(me(ben, "credit"))
                .contains("You have 8 credits. ")
                .contains("5, because " + ada.mention() + " says that you helped")
                .contains("2, because " + ada.mention() + ", who was new here, says that you helped");
        assertThat(me(ada, "credit")).contains("1, because you said that " + ben.mention() + " helped");
    }

    @Test
    void what_nobody_confirms_falls_away() {
        the_two_meet();
        days(3);
        days(30);
        assertThat(me(ben, "credit")).contains("You have 1 credit. ").doesNotContain("promised");
    }

    @Test
    void a_score_says_what_it_comes_from_what_would_raise_it_and_how_to_contest_it() {
        assertThat(me(ben, "why")).contains("not known yet", "`/thanks`");
        ada_says_that_it_helped();
        assertThat(me(ben, "credit")).containsPattern("Your reciprocity is 1\\d of 100");
        assertThat(me(ben, "why"))
                .contains(ada.mention() + " says that you helped")
                .contains("What would raise it", "`/contest");
        assertThat(me(ada, "why")).as("who only says so").contains("not known yet");
    }

    @Test
    void what_a_member_contests_reaches_the_moderators_and_their_answer_stands_where_it_was_asked() {
        ada_says_that_it_helped();
        assertThat(ben.runs("contest", Map.of("what", "I helped twice, @everyone"))
                        .words())
                .contains("The moderators have it");
        Text post = posted("something is wrong");
        assertThat(post.words())
                .contains(ben.mention() + " says that something is wrong", "I helped twice, \\@everyone")
                .containsPattern("Their reciprocity is 1\\d");
        assertThat(post.mentioned()).isEmpty();
        assertThat(ben.runs("contest", Map.of("what", "again")).words()).contains("the answer is still to come");
        assertThat(me(ben, "contest")).contains("I helped twice", "still to come");

        assertThat(ada.runs("tummler answer", Map.of("who", ben, "what", "no")).words())
                .as("nobody but moderators")
                .doesNotContain("on its way");
        assertThat(mod.runs("tummler answer", Map.of("who", ben, "what", "We asked Ada, it was once."))
                        .words())
                .contains("on its way to " + ben.mention());
        assertThat(ben.hears("The moderators answer").words()).contains("We asked Ada, it was once.");
        assertThat(me(ben, "contest")).contains("I helped twice", "We asked Ada, it was once.");
        assertThat(me(ben, "why")).contains("We asked Ada, it was once.");
        assertThat(mod.runs("tummler answer", Map.of("who", ben, "what", "again"))
                        .words())
                .contains("contests nothing now");
    }

    @Test
    void an_entry_that_moderators_take_back_counts_no_more_and_both_stay_in_the_ledger() {
        ada_says_that_it_helped();
        Matcher entry = ENTRY.matcher(me(ben, "credit"));
        assertThat(entry.find()).isTrue();
        assertThat(mod.runs("tummler reverse", Map.of("entry", "#" + entry.group(1)))
                        .words())
                .contains("of 5 credits is taken back by entry", ben.mention() + " is told");
        assertThat(ben.hears("took entry " + entry.group(1)).words()).contains("`/contest`");
        assertThat(me(ben, "credit"))
                .contains("You have 3 credits")
                .contains("reciprocity is not known yet")
                .doesNotContain("5, because");
        assertThat(Exports.of(ben)).contains("REVERSED");
        assertThat(mod.runs("tummler reverse", Map.of("entry", entry.group(1))).words())
                .contains("was taken back already");
        assertThat(mod.runs("tummler reverse", Map.of("entry", "999")).words()).contains("no entry of this number");
        assertThat(mod.runs("tummler reverse", Map.of("entry", "the last")).words())
                .contains("no entry of this number");
    }

    @Test
    void moderators_are_told_a_root_each_day_and_a_member_can_prove_an_entry_by_it() {
        ada_says_that_it_helped();
        assertThat(me(ben, "proof")).contains("nothing to prove yet");
        days(1);
        Matcher root = Pattern.compile("`(\\d+):([0-9a-f]{64})`")
                .matcher(posted("the ledger has").words());
        assertThat(root.find()).isTrue();
        assertThat(me(ben, "proof")).contains("is in the ledger", "all " + root.group(1) + " entries", root.group(2));
    }

    @Test
    void what_one_account_of_a_person_says_of_another_counts_for_nothing() {
        assertThat(mod.runs("tummler alternate", Map.of("one", ada, "other", ben))
                        .words())
                .contains("are one person");
        assertThat(me(ben, "alternates")).contains(ada.mention());
        ada.runs("thanks", Map.of("member", ben));
        assertThat(me(ben, "credit")).contains("You have 0 credits");
        assertThat(mod.runs("tummler alternate", Map.of("one", ben)).words()).contains("somebody by itself again");
        ada.runs("thanks", Map.of("member", ben));
        assertThat(me(ben, "credit")).contains("You have 1 credit. ");
    }

    @Test
    void a_moderators_word_counts_in_full_and_they_see_why() {
        mod.joins("introductions");
        mod.runs("tummler figures", Map.of());
        assertThat(me(mod, "trust")).contains("you manage this community");
        assertThat(ada.runs("tummler figures", Map.of()).words()).doesNotContain("members");
        assertThat(me(ada, "trust")).doesNotContain("counts in full");
    }
}
