package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.CommunityId;
import io.tummler.api.Members;
import io.tummler.api.Role;
import io.tummler.api.RolesSeen;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.config.MutableSettings;
import io.tummler.introduction.Calm;
import io.tummler.matching.Rules;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who competes, who may not meet, and who is left alone: on every way that leads to an introduction. */
@QuarkusTest
@TestProfile(RulesProfile.class)
class RulesOfMeetingTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

    @Inject
    TestClock clock;

    @Inject
    MutableSettings settings;

    @Inject
    Members members;

    @Inject
    Event<RolesSeen> rolesSeen;

    @Inject
    Rows rows;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void one_who_offers_and_one_who_looks_at_nine_in_the_morning() {
        settings.hold();
        int hour = clock.instant().atOffset(ZoneOffset.UTC).getHour();
        clock.forward(Duration.ofHours(Math.floorMod(9 - hour, 24)));
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
    }

    @AfterEach
    void defaults() {
        settings.hold();
    }

    private void after(Duration time) {
        clock.forward(time);
        intake.tick();
        // What is asked after it is worked off after it, and whatever goes to the two goes before the answers to them.
        town.person("clock").runs("join", Map.of());
        dispatcher.dispatch();
        ada.runs("tasks", Map.of());
        ben.runs("tasks", Map.of());
    }

    private void days(int days) {
        after(Duration.ofDays(days));
    }

    private Text ada_looks() {
        return ada.runs("ask", Map.of("what", "how to bake sourdough"));
    }

    private Text ada_asks() {
        return ada.presses(ada_looks(), "Ask");
    }

    private Text bens_question() {
        return ben.hears("Somebody here could use your help");
    }

    private void both_are_bakers_in(String adas, String bens) {
        ada.runs("profile", Map.of("trade", "baker", "territory", adas));
        ben.runs("profile", Map.of("trade", "Baker", "territory", bens));
    }

    private void has(Person person, String... roles) {
        CommunityId community = QuarkusTransaction.requiringNew().call(() -> members.community(town.ref));
        QuarkusTransaction.requiringNew()
                .run(() -> rolesSeen.fire(new RolesSeen(
                        community,
                        members.find(community, person.ref).orElseThrow(),
                        Arrays.stream(roles)
                                .map(role -> new Role("id-" + role, role))
                                .collect(Collectors.toSet()))));
    }

    private static List<String> words(Person person) {
        return person.direct().stream().map(Text::words).toList();
    }

    @Test
    void two_of_the_same_trade_are_matched_only_where_they_do_not_compete() {
        both_are_bakers_in("Leipzig", "leipzig");
        assertThat(ada_looks().words()).contains("Nobody here offers that yet");
        ben.runs("profile", Map.of("territory", "Dresden"));
        assertThat(ada_looks().words()).contains("One person here could help");
        ben.runs("profile", Map.of("territory", "-"));
        assertThat(ada_looks().words()).contains("Nobody here offers that yet");
    }

    @Test
    void trades_that_moderators_say_compete_are_not_matched() {
        settings.hold(Rules.conflict("baker", "miller"));
        ada.runs("profile", Map.of("trade", "miller"));
        ben.runs("profile", Map.of("trade", "baker"));
        assertThat(ada_looks().words()).contains("Nobody here offers that yet");
    }

    @Test
    void nobody_is_told_of_the_new_offer_of_a_competitor() {
        ada.runs("ask", Map.of("what", "a loan of banneton baskets"));
        both_are_bakers_in("Leipzig", "Leipzig");
        ben.runs("offer", Map.of("what", "a loan of banneton baskets"));
        after(Duration.ZERO);
        assertThat(ada.direct()).isEmpty();
    }

    @Test
    void a_need_that_was_noticed_finds_no_competitor() {
        both_are_bakers_in("Leipzig", "Leipzig");
        ada.joins("listening");
        ada.says("general", "Does anyone know how to bake sourdough bread?");
        Text confirmed = ada.presses(ada.hears("reads as if you could use some help"), "Yes");
        assertThat(confirmed.words()).contains("Nobody here offers that at the moment");
    }

    @Test
    void a_broker_and_a_helper_in_league_do_not_learn_that_two_may_not_meet() {
        Person cleo = town.person("cleo").joins("introductions");
        Person dan = town.person("dan").joins("introductions", "direct messages");
        both_are_bakers_in("Leipzig", "Leipzig");
        Text willing = cleo.runs("introduce", Map.of("one", dan, "other", ben, "about", "a stall"));
        Text competitors = cleo.runs("introduce", Map.of("one", ada, "other", ben, "about", "a stall"));
        assertThat(competitors).isEqualTo(willing);
        await().until(() -> ben.direct().size() == 2);
        Text last = ben.direct().getLast();
        assertThat(ben.presses(last, "Yes").words()).contains("I now ask the other side");
        days(3);
        ben.hears("did not come about");
        assertThat(ada.direct()).isEmpty();
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void a_trade_that_changed_after_the_question_ends_it_and_the_asker_hears_the_same_as_of_a_silence() {
        List<String> silence = adaHearsOfBen(() -> {});
        one_who_offers_and_one_who_looks_at_nine_in_the_morning();
        List<String> competition = adaHearsOfBen(() -> {
            both_are_bakers_in("Leipzig", "Leipzig");
            assertThat(ben.presses(bens_question(), "Yes").words()).contains("settled in the meantime");
        });
        assertThat(competition).isEqualTo(silence).hasSize(1);
    }

    /** Until the third day on which ben is asked, and then. */
    private List<String> adaHearsOfBen(Runnable then) {
        ada_asks();
        bens_question();
        then.run();
        days(2);
        assertThat(ada.direct()).isEmpty();
        days(1);
        ada.hears("Nobody was free this time");
        return words(ada);
    }

    @Test
    void a_trade_that_changed_after_the_first_yes_opens_no_thread_and_both_hear_what_no_answer_brings() {
        ada_asks();
        ben.presses(bens_question(), "Yes");
        Text willing = ada.hears("Somebody would help you");
        both_are_bakers_in("Leipzig", "Leipzig");
        assertThat(ada.presses(willing, "Yes").words()).contains("settled in the meantime");
        days(3);
        ada.hears("was free this time");
        ben.hears("did not come about");
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void minors_are_matched_with_minors_only_and_nobody_whose_roles_are_unknown() {
        settings.hold(Rules.minors("@Under 18"));
        assertThat(ada_looks().words()).contains("Nobody here offers that yet");
        has(ada, "Regular");
        assertThat(ada_looks().words()).contains("Nobody here offers that yet");
        has(ben, "under 18", "Regular");
        assertThat(ada_looks().words()).contains("Nobody here offers that yet");
        has(ada, "Under 18");
        assertThat(ada_looks().words()).contains("One person here could help");
    }

    private void ada_is_a_minor_and_ben_is_not() {
        settings.hold(Rules.minors("Under 18"));
        has(ada, "Under 18");
        has(ben, "Regular");
    }

    private void both_are_minors() {
        settings.hold(Rules.minors("Under 18"));
        has(ada, "Under 18");
        has(ben, "Under 18");
    }

    @Test
    void a_minor_is_not_told_of_what_an_adult_newly_offers_nor_the_other_way_round() {
        ada_is_a_minor_and_ben_is_not();
        ada.runs("ask", Map.of("what", "a loan of banneton baskets"));
        ben.runs("ask", Map.of("what", "a hand with heavy flour sacks"));
        ben.runs("offer", Map.of("what", "a loan of banneton baskets"));
        ada.runs("offer", Map.of("what", "a hand with heavy flour sacks"));
        after(Duration.ZERO);
        assertThat(ada.direct()).isEmpty();
        assertThat(ben.direct()).isEmpty();
    }

    @Test
    void a_minor_and_an_adult_who_could_help_each_other_both_ways_are_no_match() {
        ada_is_a_minor_and_ben_is_not();
        ada.runs("offer", Map.of("what", "tuning a piano"));
        assertThat(ben.runs("ask", Map.of("what", "my piano needs tuning")).words())
                .contains("Nobody here offers that yet");
        assertThat(ada_looks().words()).contains("Nobody here offers that yet");
    }

    @Test
    void a_need_of_a_minor_that_was_noticed_finds_no_adult() {
        ada_is_a_minor_and_ben_is_not();
        ada.joins("listening");
        ada.says("general", "Does anyone know how to bake sourdough bread?");
        assertThat(ada.presses(ada.hears("reads as if you could use some help"), "Yes")
                        .words())
                .contains("Nobody here offers that at the moment");
    }

    @Test
    void no_broker_brings_a_minor_and_an_adult_together_whoever_is_named_first() {
        ada_is_a_minor_and_ben_is_not();
        Person cleo = town.person("cleo").joins("introductions");
        cleo.runs("introduce", Map.of("one", ada, "other", ben, "about", "a stall"));
        ben.presses(ben.hears("should meet"), "Yes");
        cleo.runs("introduce", Map.of("one", ben, "other", ada, "about", "a stand"));
        ada.presses(ada.hears("should meet"), "Yes");
        days(3);
        assertThat(ada.direct()).hasSize(2);
        assertThat(ben.direct()).hasSize(2);
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void a_broker_does_not_bring_two_together_of_whom_one_came_of_age_meanwhile() {
        both_are_minors();
        Person cleo = town.person("cleo").joins("introductions");
        cleo.runs("introduce", Map.of("one", ada, "other", ben, "about", "a stall"));
        ben.presses(ben.hears("should meet"), "Yes");
        Text toAda = ada.hears("should meet");
        has(ben, "Regular");
        assertThat(ada.presses(toAda, "Yes").words()).contains("settled in the meantime");
        days(3);
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void who_came_of_age_before_there_was_room_to_ask_is_not_asked() {
        both_are_minors();
        for (String name : List.of("eve", "fay")) {
            Person asker = town.person(name).joins("introductions");
            has(asker, "Under 18");
            asker.presses(asker.runs("ask", Map.of("what", "sourdough for " + name)), "Ask");
        }
        ada_asks();
        has(ben, "Regular");
        settings.hold(Rules.minors("Under 18"), Calm.weeklyCap(3));
        days(1);
        assertThat(ben.direct()).hasSize(2);
    }

    @Test
    void who_came_of_age_after_the_question_ends_it() {
        both_are_minors();
        ada_asks();
        Text question = bens_question();
        has(ben, "Regular");
        assertThat(ben.presses(question, "Yes").words()).contains("settled in the meantime");
        days(3);
        assertThat(ada.direct()).hasSize(1).allMatch(text -> text.words().contains("Nobody was free"));
    }

    @Test
    void who_came_of_age_after_the_first_yes_meets_no_minor() {
        both_are_minors();
        ada_asks();
        ben.presses(bens_question(), "Yes");
        Text willing = ada.hears("Somebody would help you");
        has(ada, "Regular");
        assertThat(ada.presses(willing, "Yes").words()).contains("settled in the meantime");
        days(3);
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void two_minors_meet() {
        both_are_minors();
        ada_asks();
        ben.presses(bens_question(), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
    }

    @Test
    void of_roles_only_those_that_a_rule_names_are_kept_and_no_longer_than_it_does() {
        settings.hold(Rules.minors("Under 18"));
        has(ada, "Under 18", "Zythologist");
        assertThat(rows.of("seen_roles")).anyMatch(row -> row.contains("+Under 18"));
        assertThat(rows.with("Zythologist")).isEmpty();
        assertThat(rows.withoutKeys()).noneMatch(row -> row.contains("Under 18"));
        assertThat(ada.runs("me", Map.of()).words()).contains("Your roles here");
        assertThat(Exports.of(ada)).contains("\"Under 18\" : true");
        settings.hold();
        int before = rows.of("seen_roles").size();
        has(ada, "Under 18");
        assertThat(rows.of("seen_roles")).hasSize(before - 1);
    }

    @Test
    void the_roles_of_members_who_say_nothing_go_as_well_when_no_rule_names_them_any_more() {
        settings.hold(Rules.minors("Under 18"));
        has(ada, "Under 18");
        has(ben, "Regular");
        assertThat(rows.of("seen_roles")).hasSizeGreaterThanOrEqualTo(2);
        settings.hold();
        days(1);
        // Those of other towns go when these get to it.
        await().untilAsserted(() -> assertThat(rows.of("seen_roles")).isEmpty());
    }

    @Test
    void a_profile_is_shown_to_its_member_encrypted_at_rest_and_forgotten() {
        assertThat(ada.runs("profile", Map.of()).words()).contains("You have told me nothing");
        ada.runs("profile", Map.of("trade", "zymurgist", "time-zone", "Europe/Berlin"));
        assertThat(ada.runs("profile", Map.of("quiet-from", "22", "quiet-until", "8"))
                        .words())
                .contains("zymurgist", "Europe/Berlin", "from 22:00 until 8:00");
        assertThat(ada.runs("me", Map.of()).words()).contains("zymurgist");
        assertThat(Exports.of(ada)).contains("zymurgist", "\"quietFrom\" : 22");
        assertThat(rows.of("profile")).anyMatch(row -> row.contains("zymurgist"));
        assertThat(rows.withoutKeys()).noneMatch(row -> row.contains("zymurgist"));
        ada.presses(ada.runs("me", Map.of("what", "forget")), "Yes, forget me");
        await().until(() -> rows.with("zymurgist").isEmpty());
    }

    @Test
    void a_mistaken_time_zone_is_answered_with_the_one_that_was_meant() {
        assertThat(ada.runs("profile", Map.of("time-zone", "Berlin")).words())
                .contains("Did you mean Europe/Berlin?", "nothing was changed");
        assertThat(ada.runs("profile", Map.of()).words()).contains("You have told me nothing");
    }

    @Test
    void who_is_asked_in_the_night_is_asked_in_the_morning_and_the_asker_hears_the_end_no_later() {
        ben.runs("profile", Map.of("time-zone", "Asia/Tokyo", "quiet-from", "17", "quiet-until", "20"));
        ada_asks();
        after(Duration.ofHours(1));
        assertThat(ben.direct()).as("19:00 in Tokyo").isEmpty();
        after(Duration.ofHours(1));
        bens_question();
        after(Duration.ofHours(69));
        assertThat(ada.direct()).isEmpty();
        after(Duration.ofHours(1));
        ada.hears("Nobody was free this time");
    }

    @Test
    void where_moderators_told_a_time_zone_its_night_is_everybodys_who_told_none() {
        settings.hold(Calm.in("Asia/Tokyo"));
        clock.forward(Duration.ofHours(5));
        ada_asks();
        after(Duration.ofHours(8));
        assertThat(ben.direct()).as("7:00 in Tokyo").isEmpty();
        after(Duration.ofHours(1));
        bens_question();
    }

    @Test
    void on_a_blackout_date_nobody_is_asked_and_no_check_in_goes_out_until_the_day_after() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        settings.hold(Calm.blackout(today, today.plusDays(1)));
        ada_asks();
        days(1);
        assertThat(ben.direct()).isEmpty();
        days(1);
        ben.presses(bens_question(), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
        settings.hold(Calm.blackout(today.plusDays(5), today.plusDays(5)));
        days(3);
        assertThat(words(ada)).noneMatch(words -> words.contains("How did it go"));
        days(1);
        ada.hears("How did it go");
    }

    @Test
    void the_same_two_are_not_asked_about_each_other_again_and_the_asker_sees_no_difference() {
        String first = ada_asks().words();
        ben.presses(bens_question(), "Not this time");
        days(8);
        Text again = ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough rye")), "Ask");
        assertThat(withoutDates(again.words().replace("sourdough rye", "sourdough")))
                .isEqualTo(withoutDates(first));
        days(3);
        await().until(() -> words(ada).stream()
                        .filter(words -> words.contains("Nobody was free this time"))
                        .count()
                == 2);
        assertThat(ben.direct()).hasSize(1);
        days(30);
        ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough rolls")), "Ask");
        await().until(() -> ben.direct().size() == 2);
    }

    private static String withoutDates(String words) {
        return words.replaceAll("[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}", "DATE");
    }

    @Test
    void switched_off_nothing_is_asked_or_opened_and_what_is_open_goes_on_afterwards() {
        ada_asks();
        Text question = bens_question();
        settings.hold(Calm.switchedOff());
        Text later = ben.presses(question, "Yes");
        assertThat(later.words()).contains("switched introductions off", "Somebody here could use your help");
        assertThat(ada.presses(ada_looks(), "Ask").words()).contains("switched introductions off");
        Person cleo = town.person("cleo");
        assertThat(cleo.runs("introduce", Map.of("one", ada, "other", ben, "about", "a stall"))
                        .words())
                .contains("switched introductions off");
        days(4);
        assertThat(ada.direct()).isEmpty();
        settings.hold();
        ben.presses(later, "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
    }

    @Test
    void a_question_that_is_on_its_way_when_introductions_are_switched_off_waits_until_they_are_on() {
        ben.runs("profile", Map.of("time-zone", "UTC", "quiet-from", "9", "quiet-until", "10"));
        ada_asks();
        settings.hold(Calm.switchedOff());
        after(Duration.ofHours(2));
        assertThat(ben.direct()).isEmpty();
        settings.hold();
        after(Duration.ofMinutes(5));
        bens_question();
    }
}
