package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.CommunityRef;
import io.tummler.api.PersonRef;
import io.tummler.api.PlatformCheck;
import io.tummler.api.Settings;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.ThreadView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole loop, through JDA and real sockets, against the sandbox. */
@QuarkusTest
@TestProfile(SandboxProfile.class)
class SandboxLoopTest {
    @Inject
    SandboxHost host;

    @Inject
    RolesHeard roles;

    @Inject
    PlatformCheck check;

    @Inject
    Settings settings;

    private Sandbox sandbox;
    private Persona ada;
    private Persona ben;

    @BeforeEach
    void the_bot_is_there() {
        sandbox = host.sandbox().orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sandbox.commands().contains("join")
                        && sandbox.shardsOnline().size() == shards());
        ada = sandbox.persona("ada");
        ben = sandbox.persona("ben");
    }

    int shards() {
        return 1;
    }

    private static MessageView joins(Persona person, String... purposes) {
        MessageView panel = person.runs("join").answer();
        for (String purpose : purposes)
            panel = person.presses(panel, "Allow " + purpose).answer();
        return panel;
    }

    private static MessageView hears(Persona person, String words) {
        return await(person.username() + " hears '" + words + "'")
                .until(
                        () -> person.dms().stream()
                                .filter(message -> message.content().contains(words))
                                .reduce((_, last) -> last)
                                .orElse(null),
                        Objects::nonNull);
    }

    @Test
    void the_loop_runs_from_consent_to_a_brands_task() {
        assertThat(joins(ada, "introductions", "direct messages", "tasks").ephemeral())
                .isTrue();
        joins(ben, "introductions", "direct messages");
        ada.runs("offer", Map.of("what", "baking sourdough bread, and a starter to take home"))
                .answer();

        MessageView asked = ben.runs("ask", Map.of("what", "somebody who shows me how sourdough works"))
                .answer();
        assertThat(asked.content()).contains("One person here could help");
        assertThat(ben.presses(asked, "Ask them").answer().content()).contains("I am asking now");

        MessageView toHelper = hears(ada, "Somebody here could use your help");
        assertThat(toHelper.content()).doesNotContain(ben.mention(), ben.username());
        ada.presses(toHelper, "Yes, introduce us").answer();
        MessageView toAsker = hears(ben, "Somebody would help you");
        assertThat(toAsker.content()).doesNotContain(ada.mention(), ada.username());
        ben.presses(toAsker, "Yes, bring us together").answer();

        ThreadView thread = await().until(
                        () -> ben.threads().stream()
                                .filter(open -> !open.messages().isEmpty())
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
        assertThat(thread.isPrivate()).isTrue();
        assertThat(thread.members()).contains("ada", "ben");
        MessageView opening = thread.messages().getFirst();
        assertThat(opening.content()).contains(ada.mention(), ben.mention(), "sourdough", "A first step");
        assertThat(opening.mentions()).containsExactlyInAnyOrder(ada.id(), ben.id());

        assertThat(ben.runs("thanks", Map.of("member", "ada", "for", "the starter"))
                        .answer()
                        .content())
                .isNotBlank();

        sandbox.forward(Duration.ofDays(3));
        ben.presses(hears(ben, "How did it go with " + ada.mention()), "It helped me")
                .answer();
        ada.presses(hears(ada, "How did it go with " + ben.mention()), "We met, it did not help me")
                .answer();

        assertThat(ada.runs("me").answer().content()).contains("closed", "credit", "reciprocity");
        MessageView board = ada.runs("tasks").answer();
        assertThat(board.content()).contains("Corner Oven");
        assertThat(ben.runs("tasks").answer().content()).doesNotContain("Corner Oven");
        ada.presses(board, board.buttons().getFirst().label()).answer();
        assertThat(ada.runs("me").answer().content()).contains("12 credits");
    }

    @Test
    void a_thread_whose_opening_was_not_confirmed_is_opened_once() {
        Persona kaya = sandbox.persona("kaya");
        Persona chiara = sandbox.persona("chiara");
        joins(kaya, "introductions", "direct messages");
        joins(chiara, "introductions", "direct messages");
        kaya.runs("offer", Map.of("what", "tuning an old piano")).answer();
        MessageView asked =
                chiara.runs("ask", Map.of("what", "somebody to tune my piano")).answer();
        chiara.presses(asked, "Ask them").answer();
        kaya.presses(hears(kaya, "Somebody here could use your help"), "Yes, introduce us")
                .answer();
        MessageView toAsker = hears(chiara, "Somebody would help you");
        long before = threadsAskedFor();
        sandbox.faults().loseAnswers("POST", "/threads$", 1);

        chiara.presses(toAsker, "Yes, bring us together").answer();

        await().until(() -> chiara.threads().stream()
                .anyMatch(thread ->
                        thread.members().contains("kaya") && !thread.messages().isEmpty()));
        assertThat(threadsAskedFor() - before).isEqualTo(1);
    }

    private long threadsAskedFor() {
        return sandbox.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/threads"))
                .count();
    }

    @Test
    void a_need_heard_from_a_listening_member_is_confirmed_by_that_member_and_matched() {
        Persona jonas = sandbox.persona("jonas");
        Persona lev = sandbox.persona("lev");
        joins(jonas, "introductions", "direct messages");
        jonas.runs("offer", Map.of("what", "tomato seedlings, and advice on compost"))
                .answer();
        joins(lev, "listening", "introductions", "direct messages");

        lev.says("general", "Morning all. I'm looking for some tomato seedlings for a windy balcony.");

        MessageView proposal = hears(lev, "tomato seedlings for a windy balcony");
        assertThat(lev.presses(proposal, "Yes, look for help").answer().content())
                .contains("could help");
        assertThat(jonas.dms()).isEmpty();
    }

    @Test
    void thanks_heard_from_a_listening_member_earn_credit() {
        Persona dov = sandbox.persona("dov");
        Persona esra = sandbox.persona("esra");
        joins(dov, "introductions");
        joins(esra, "listening", "introductions");

        esra.says("workshop", "Thank you so much @dov, the shelf fits perfectly");

        await().until(() -> dov.runs("me").answer().content().contains("1 credit"));
    }

    @Test
    void thanks_to_somebody_who_is_no_member_earn_nobody_else_anything() {
        Persona greta = sandbox.persona("greta");
        Persona femi = sandbox.persona("femi");
        Persona mina = sandbox.persona("mina");
        joins(greta, "listening", "introductions");
        joins(femi, "listening", "introductions");
        MessageView question = greta.says("workshop", "My drill is stuck.");
        femi.says("workshop", "Turn it the other way.", question);

        greta.says("workshop", "Thank you so much @mina");
        greta.says("workshop", "Thanks, that worked", mina.says("workshop", "Or pull it out."));
        // What is asked after it is worked off after it.
        assertThat(femi.runs("me").answer().content()).contains("You have 0 credits");

        greta.says("workshop", "Thanks, that worked");
        await().until(() -> femi.runs("me").answer().content().contains("You have 1 credit"));
    }

    @Test
    void the_roles_of_a_member_are_known_by_what_that_member_does() {
        Persona jonas = sandbox.persona("jonas");
        joins(jonas, "listening");
        assertThat(rolesHeardOf(jonas)).containsOnly(Set.of());

        jonas.hasRole("Moderator", true);
        jonas.says("general", "Good morning");
        await().until(() -> rolesHeardOf(jonas).getLast().equals(Set.of("Moderator")));
        jonas.hasRole("Moderator", false);
        jonas.runs("me").answer();
        assertThat(rolesHeardOf(jonas).getLast()).isEmpty();
    }

    private List<Set<String>> rolesHeardOf(Persona persona) {
        return roles.of(
                new CommunityRef("discord", Long.toString(sandbox.guildId())),
                new PersonRef("discord", Long.toString(persona.id())));
    }

    @Test
    void the_sandbox_has_all_that_the_shipped_settings_want_and_says_what_the_bot_lacks() {
        var home = new CommunityRef("discord", Long.toString(sandbox.guildId()));
        assertThat(check.look(home, settings.everywhere())).isEqualTo(new PlatformCheck.Answer.Seen(List.of()));

        sandbox.botRights().revokeIn("moderators", "READ_MESSAGE_HISTORY");
        assertThat(check.look(home, settings.everywhere()).toString())
                .contains("moderators-channel", "Read Message History");
        sandbox.botRights().grantIn("moderators", "READ_MESSAGE_HISTORY");
    }

    @Test
    void a_moderators_command_in_a_group_is_offered_to_moderators_and_run() {
        Persona lev = sandbox.persona("lev");
        var key = Map.of("key", "language");

        assertThat(lev.runs(ScriptedCommand.NAME, key).answer().content()).isEqualTo("Shown: language");
        assertThatThrownBy(() -> ada.runs(ScriptedCommand.NAME, key)).hasMessageContaining("There is no command");
    }

    @Test
    void who_has_not_consented_to_listening_is_not_heard() {
        Persona hugo = sandbox.persona("hugo");
        Persona ines = sandbox.persona("ines");
        joins(hugo, "introductions", "direct messages");
        joins(ines, "introductions");

        hugo.says("general", "I'm looking for somebody to teach me the accordion.");
        hugo.says("general", "Thank you so much @ines, my back is fine again");
        // What is asked after it is worked off after it.
        hugo.runs("ask", Map.of("what", "accordion lessons")).answer();

        assertThat(hugo.dms()).isEmpty();
        assertThat(ines.runs("me").answer().content()).doesNotContain("1 credit");
    }
}
