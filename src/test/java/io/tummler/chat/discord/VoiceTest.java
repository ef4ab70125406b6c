package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.ChannelRef;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Outcome;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.PersonRef;
import io.tummler.api.PlaceRef;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.entities.GuildImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VoiceTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Persona ada = sandbox.persona("ada");
    private JDA jda;
    private Voice voice;
    private Guild guild;

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
                .build()
                .awaitReady();
        voice = new Voice(jda);
        guild = jda.getGuilds().getFirst();
    }

    @AfterEach
    void end() {
        jda.shutdownNow();
        sandbox.close();
    }

    private Delivery.OpenThread thread(Optional<Instant> triedSince) {
        return thread(triedSince, new ChannelRef("introductions"));
    }

    private Delivery.OpenThread thread(Optional<Instant> triedSince, ChannelRef channel) {
        return new Delivery.OpenThread(
                "n1",
                triedSince,
                GatewayEars.community(guild.getId()),
                channel,
                "sourdough (x1)",
                List.of(new PersonRef(DiscordPlatform.NAME, Long.toString(ada.id()))),
                new Text("Meet each other.", List.of(), List.of()));
    }

    private List<String> threads() {
        return ada.threads().stream()
                .map(thread -> thread.name() + " " + thread.messages().size())
                .toList();
    }

    @Test
    void a_thread_that_an_attempt_before_has_opened_is_not_opened_again() {
        Outcome first = voice.deliver(thread(Optional.empty()));
        assertThat(first)
                .isEqualTo(new Outcome.Opened(
                        new PlaceRef(Long.toString(ada.threads().getFirst().id()))));
        assertThat(voice.deliver(thread(Optional.of(Instant.now())))).isEqualTo(first);

        assertThat(threads()).containsExactly("sourdough (x1) 1");
    }

    @Test
    void a_channel_goes_by_its_id_as_well_and_which_one_is_missing_is_said() {
        var byId = new ChannelRef(Long.toString(sandbox.channelId("introductions")));
        assertThat(voice.deliver(thread(Optional.empty(), byId))).isInstanceOf(Outcome.Opened.class);
        assertThat(threads()).containsExactly("sourdough (x1) 1");

        assertThat(voice.deliver(thread(Optional.empty(), new ChannelRef("lounge"))))
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(later.why()).isEqualTo("there is no channel #lounge that the bot can see"));
    }

    @Test
    void while_jda_has_not_read_all_of_a_guild_the_thread_waits() {
        voice.deliver(thread(Optional.empty()));
        halfRead();

        assertThat(voice.deliver(thread(Optional.of(Instant.now()))))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.why()).contains("not (yet) in guild"));

        assertThat(threads()).containsExactly("sourdough (x1) 1");
    }

    /** As JDA lists it on GUILD_CREATE before it reads its roles, channels and members. */
    private void halfRead() {
        var view = ((JDAImpl) jda).getGuildsView();
        try (var _ = view.writeLock()) {
            view.getMap().put(guild.getIdLong(), new GuildImpl((JDAImpl) jda, guild.getIdLong()));
        }
    }
}
