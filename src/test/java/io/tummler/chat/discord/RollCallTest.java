package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tummler.api.ChatPlatform.Presence;
import io.tummler.api.CommunityRef;
import io.tummler.api.Incoming;
import io.tummler.api.Intake;
import io.tummler.api.PersonRef;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is there and who is not, by Discord's own answers. */
class RollCallTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Persona ada = sandbox.persona("ada");
    private final CommunityRef guild = GatewayEars.community(Long.toString(sandbox.guildId()));
    private final Removals intake = new Removals();
    private JDA jda;
    private RollCall rollCall;

    @BeforeEach
    void logIn() throws InterruptedException {
        jda = JDABuilder.createLight(sandbox.botToken())
                .setRestConfig(new RestConfig().setBaseUrl(sandbox.restUrl()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return sandbox.gatewayUrl();
                    }
                })
                .addEventListeners(new GatewayEars(intake, _ -> {}))
                .build()
                .awaitReady();
        rollCall = new RollCall(jda);
    }

    @AfterEach
    void end() {
        jda.shutdownNow();
        sandbox.close();
    }

    private Presence of(long person) {
        return rollCall.of(guild, new PersonRef(DiscordPlatform.NAME, Long.toString(person)));
    }

    @Test
    void whoever_left_or_never_was_there_is_gone_and_whoever_came_back_is_not() {
        assertThat(of(ada.id())).isEqualTo(Presence.PRESENT);
        ada.leaves();
        assertThat(of(ada.id())).isEqualTo(Presence.GONE);
        ada.comesBack();
        assertThat(of(ada.id())).isEqualTo(Presence.PRESENT);
        assertThat(of(123_456_789_012_345_678L)).isEqualTo(Presence.GONE);
    }

    @Test
    void whoever_is_banned_is_gone() {
        sandbox.botRights().grant("BAN_MEMBERS");
        await().until(() ->
                jda.getGuilds().getFirst().getSelfMember().hasPermission(net.dv8tion.jda.api.Permission.BAN_MEMBERS));
        jda.getGuilds()
                .getFirst()
                .ban(net.dv8tion.jda.api.entities.UserSnowflake.fromId(ada.id()), 0, java.util.concurrent.TimeUnit.DAYS)
                .complete();
        assertThat(of(ada.id())).isEqualTo(Presence.GONE);
    }

    @Test
    void any_other_answer_says_nothing_about_anybody() {
        sandbox.faults().answer("GET", "/members/", 403, 50_001, 1);
        assertThat(of(ada.id())).isEqualTo(Presence.UNKNOWN);
        sandbox.faults().answer("GET", "/members/", 404, 10_004, 1);
        assertThat(of(ada.id())).isEqualTo(Presence.UNKNOWN);
        assertThat(rollCall.of(GatewayEars.community("1"), new PersonRef(DiscordPlatform.NAME, "2")))
                .isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void where_the_bot_was_put_out_it_hears_of_it_and_knows_it() {
        assertThat(rollCall.of(guild)).isEqualTo(Presence.PRESENT);
        sandbox.botRights().remove(sandbox.guildId());
        await().atMost(Duration.ofSeconds(30)).until(() -> intake.removed.equals(List.of(guild)));
        assertThat(rollCall.of(guild)).isEqualTo(Presence.GONE);
        assertThat(of(ada.id())).as("nobody can be looked for there").isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void an_outage_is_no_removal() {
        sandbox.faults()
                .sendRaw("{\"op\":0,\"t\":\"GUILD_DELETE\",\"s\":99,\"d\":{\"id\":\"%s\",\"unavailable\":true}}"
                        .formatted(guild.id()));
        await().atMost(Duration.ofSeconds(30)).until(() -> rollCall.of(guild) == Presence.UNKNOWN);
        assertThat(intake.removed).isEmpty();
    }

    @Test
    void who_is_not_logged_in_knows_nothing() {
        jda.shutdownNow();
        // Of JDA's own threads some end by an exception when they are told to end at once.
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jda.getStatus() == JDA.Status.SHUTDOWN);
        assertThat(rollCall.of(GatewayEars.community("1"))).isEqualTo(Presence.UNKNOWN);
        assertThat(of(ada.id())).isEqualTo(Presence.UNKNOWN);
    }

    /** Hears where the bot was removed, and nothing else. */
    private static final class Removals implements Intake {
        final List<CommunityRef> removed = new CopyOnWriteArrayList<>();

        @Override
        public void removed(CommunityRef community) {
            removed.add(community);
        }

        @Override
        public void takeOver(Predicate<CommunityRef> theirs) {}

        @Override
        public void handOver(Predicate<CommunityRef> theirs) {}

        @Override
        public void present(CommunityRef community, String name) {}

        @Override
        public boolean listensTo(CommunityRef community, PersonRef person) {
            return false;
        }

        @Override
        public void said(Incoming.Message message) {}

        @Override
        public void asked(
                Incoming.Interaction interaction,
                Supplier<? extends CompletionStage<?>> acknowledge,
                Consumer<String> refuse) {}

        @Override
        public boolean answersInPlace(String button) {
            return true;
        }

        @Override
        public List<String> suggestions(Incoming.Typing typing) {
            return List.of();
        }

        @Override
        public void stirs(Incoming.Stirring stirring) {}

        @Override
        public List<Offered> commands() {
            return List.of();
        }

        @Override
        public List<OfferedEntry> menu() {
            return List.of();
        }
    }
}
