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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members see and decide about themselves, and in which language, through JDA and real sockets. */
@QuarkusTest
@TestProfile(MembersProfile.class)
class MembersOwnStoryTest {
    private static final String JSON_BEGINS = "```json\n";

    @Inject
    SandboxHost host;

    private Neighbours neighbours;
    private Persona ada;
    private Persona ben;

    @BeforeEach
    void two_neighbours() {
        Sandbox sandbox = host.sandbox().orElseThrow();
        neighbours = new Neighbours(sandbox);
        ada = neighbours.named("ada");
        ben = neighbours.named("ben");
    }

    @AfterEach
    void it_stayed_between_them() {
        neighbours.nobodyElseSawAnything();
        neighbours.areForgotten();
    }

    private MessageView me(Persona who, String part) {
        return neighbours.runs(who, "me", Map.of("what", part));
    }

    private String exported(Persona who) {
        MessageView part = me(who, "export");
        var all = new StringBuilder();
        while (true) {
            String words = part.content();
            all.append(words, words.indexOf(JSON_BEGINS) + JSON_BEGINS.length(), words.lastIndexOf("\n```"));
            if (part.buttons().isEmpty()) return all.toString();
            part = neighbours.presses(who, part, "Next part");
        }
    }

    private Stream<JsonObject> choices(String command, String option) {
        return Neighbours.objects(option(ada, command, option).getJsonArray("choices"));
    }

    private JsonObject option(Persona who, String command, String option) {
        return Neighbours.objects(neighbours.offered(who, "commands", command).getJsonArray("options"))
                .filter(it -> it.getString("name").equals(option))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_part_of_what_is_held_is_shown_by_itself_and_all_of_it_is_taken_along() {
        neighbours.joins(ada, "listening", "introductions", "tasks");
        neighbours.runs(ada, "offer", Map.of("what", "tuning harps"));
        neighbours.runs(ada, "profile", Map.of("trade", "harp maker", "territory", "Lantern Row"));
        neighbours.runs(ada, "pause", Map.of("at-most", "1"));
        neighbours.runs(ben, "thanks", Map.of("member", "ada", "for", "a string"));
        neighbours.chooses(ada, ben, "Not this person");
        var held = Map.of(
                "membership", "Member since",
                "statements", "You offer: tuning harps",
                "profile", "Your trade: harp maker",
                "restraint", "at most once in seven days",
                "exclusions", "1. " + ben.mention(),
                "credit", "You have 1 credit",
                "notes", "thanks you for this: a string",
                "consents", "**Tasks** (on)",
                "listening", "You let me listen",
                "recentActs", "Once you said something new");
        held.forEach(
                (part, words) -> assertThat(me(ada, part).content()).as(part).contains(words));
        assertThat(choices("me", "what").map(choice -> choice.getString("value")))
                .containsAll(held.keySet())
                .filteredOn(part -> !held.containsKey(part) && !part.equals("forget"))
                .allSatisfy(part -> assertThat(me(ada, part).content()).isNotBlank());

        assertThat(new JsonObject(exported(ada)).encode()).contains("tuning harps", "harp maker");
        MessageView all = neighbours.runs(ada, "me");
        assertThat(all.content()).contains("only you see this", "tuning harps", "harp maker", "`/me what:forget`");
    }

    @Test
    void whoever_is_forgotten_is_asked_first_and_begins_anew() {
        neighbours.runs(ada, "offer", Map.of("what", "carving spoons"));
        MessageView sure = me(ada, "forget");
        assertThat(sure.content()).contains("Shall I forget you?", "at once and for good", "`/pause`");
        assertThat(neighbours.runs(ada, "me").content()).contains("carving spoons");

        assertThat(neighbours.presses(ada, sure, "Yes, forget me").content()).contains("I have removed what I held");
        assertThat(neighbours.runs(ada, "me").content()).doesNotContain("carving spoons");
    }

    @Test
    void a_profile_is_told_in_parts_with_help_while_typing_and_taken_back_by_a_dash() {
        assertThat(neighbours.runs(ada, "profile").content()).contains("You have told me nothing about yourself");
        assertThat(offers("berl")).contains("Europe/Berlin");
        assertThat(option(ada, "profile", "time-zone").getBoolean("autocomplete"))
                .isTrue();

        assertThat(neighbours
                        .runs(
                                ada,
                                "profile",
                                Map.of("time-zone", "Europe/Berlin", "quiet-from", "22", "quiet-until", "7"))
                        .content())
                .contains("that holds from now on", "from 22:00 until 7:00", "Europe/Berlin");
        assertThat(neighbours
                        .runs(ada, "profile", Map.of("quiet-from", "-", "quiet-until", "-"))
                        .content())
                .contains("Europe/Berlin")
                .doesNotContain("22:00");
        assertThat(neighbours
                        .runs(ada, "profile", Map.of("time-zone", "Atlantis"))
                        .content())
                .contains("I know no time zone of that name", "nothing was changed");

        assertThat(neighbours.runs(ada, "profile", Map.of("language", "de")).content())
                .contains("das gilt ab jetzt");
        assertThat(neighbours.runs(ada, "help").content()).contains("Ich bringe hier Leute zusammen");
    }

    private String offers(String typed) {
        return ada.completes("profile", "time-zone", typed).offer();
    }

    @Test
    void a_pause_holds_until_it_is_ended_and_looks_like_nothing_to_others() {
        neighbours.joins(ada, "introductions", "direct messages");
        neighbours.joins(ben, "introductions", "direct messages");
        neighbours.runs(ada, "offer", Map.of("what", "polishing silver spoons"));
        assertThat(neighbours.runs(ada, "pause").content()).contains("You have no pause");

        MessageView paused = neighbours.runs(ada, "pause", Map.of("for", "1 week"));
        assertThat(paused.content()).contains("You have a pause until", "stays");
        MessageView asked = neighbours.runs(ben, "ask", Map.of("what", "polishing silver spoons"));
        assertThat(asked.content()).contains("One person here could help");
        assertThat(neighbours.presses(ben, asked, "Ask them").content()).contains("I am asking now");
        assertThat(ada.dms()).noneMatch(message -> message.content().contains("silver spoons"));

        assertThat(neighbours.presses(ada, paused, "End the pause").content()).contains("Welcome back");
        assertThat(neighbours.runs(ada, "pause", Map.of("at-most", "1")).content())
                .contains("at most once in seven days");
    }

    @Test
    void whom_one_avoids_and_which_roles_is_listed_and_taken_back() {
        assertThat(neighbours.runs(ada, "exclude").content()).contains("You have named nobody so far");
        neighbours.runs(ada, "exclude", Map.of("person", "ben"));
        String newcomers = Neighbours.objects(neighbours.asPage(ada).getJsonArray("roles"))
                .filter(role -> role.getString("name").equals("Newcomer"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        assertThat(neighbours.runs(ada, "exclude", Map.of("role", newcomers)).content())
                .contains("anybody who has the role **Newcomer**");

        MessageView list = neighbours.runs(ada, "exclude");
        assertThat(list.content()).contains("1. " + ben.mention(), "2. whoever has the role Newcomer");
        assertThat(neighbours.presses(ada, list, "Take back 1").content()).contains("Taken back");
        assertThat(neighbours.runs(ada, "exclude").content())
                .contains("Newcomer")
                .doesNotContain(ben.mention());
    }

    @Test
    void a_report_goes_to_the_moderators_with_the_thread_and_ends_what_was_between_the_two() {
        neighbours.joins(ada, "introductions", "direct messages");
        neighbours.joins(ben, "introductions", "direct messages");
        ThreadView thread = neighbours.meet(ben, ada, "restringing a lute");

        assertThat(neighbours
                        .runs(ben, "report", Map.of("what", "asks for my bank card", "who", "ada"))
                        .content())
                .contains("moderators' channel", ada.mention() + " hears nothing", "I have ended your introduction");
        Persona lev = host.sandbox().orElseThrow().persona("lev");
        await().untilAsserted(() -> assertThat(lev.reads("moderators"))
                .anySatisfy(message -> assertThat(message.content())
                        .contains(
                                ben.mention() + " reports " + ada.mention(),
                                "asks for my bank card",
                                "<#" + thread.id() + ">")));
        assertThat(ada.sees()).noneMatch(message -> message.content().contains("bank card"));
    }

    @Test
    void whoever_leaves_is_left_alone_at_once() {
        neighbours.joins(ada, "listening", "introductions", "direct messages");
        assertThat(neighbours.runs(ada, "leave").content()).contains("I have stopped", "`/me what:forget`");
        assertThat(neighbours.runs(ada, "join").buttons())
                .extracting(ButtonView::label)
                .allMatch(label -> label.startsWith("Allow"));
    }

    @Test
    void help_names_what_comes_next_and_each_command() {
        String help = neighbours.runs(ada, "help").content();
        assertThat(help).contains("To begin", "under Apps").doesNotContain("/tummler");
        for (String command : List.of(
                "join",
                "leave",
                "ask",
                "offer",
                "introduce",
                "thanks",
                "me",
                "profile",
                "tasks",
                "pause",
                "exclude",
                "report",
                "who")) assertThat(help).contains("`/" + command + "`");
    }

    @Test
    void in_german_commands_menus_and_all_that_is_said_are_german() {
        ada.speaks("de");
        JsonObject ask = neighbours.offered(ada, "commands", "ask");
        assertThat(ask.getString("shown")).isEqualTo("suchen");
        assertThat(ask.getString("description")).startsWith("Sag, was du suchst");
        assertThat(option(ada, "ask", "until").getString("shown")).isEqualTo("bis");
        assertThat(choices("ask", "until").map(choice -> choice.getString("shown", choice.getString("name"))))
                .contains("3 Tage lang");
        assertThat(neighbours.offered(ada, "menus", "Find help with this").getString("shown"))
                .isEqualTo("Dafür Hilfe suchen");
        assertThat(neighbours.offered(ben, "commands", "ask").getString("shown"))
                .isEqualTo("ask");

        MessageView panel = neighbours.runs(ada, "join");
        assertThat(panel.content()).contains("nichts ist an, bevor du es sagst");
        panel = neighbours.presses(ada, panel, "Vermittlung erlauben");
        neighbours.presses(ada, panel, "Direktnachrichten erlauben");
        neighbours.runs(ada, "offer", Map.of("what", "binding old books"));
        neighbours.joins(ben, "introductions", "direct messages");
        MessageView asked = neighbours.runs(ben, "ask", Map.of("what", "binding old books"));
        assertThat(neighbours.presses(ben, asked, "Ask them").content()).contains("I am asking now");
        MessageView question = neighbours.hears(ada, "Jemand hier könnte deine Hilfe brauchen", "old books");
        assertThat(question.buttons()).extracting(ButtonView::label).contains("Ja, bring uns zusammen");
        neighbours.presses(ada, question, "Ja, bring uns zusammen");
        neighbours.hears(ben, "Somebody would help you with", "old books");
    }
}
