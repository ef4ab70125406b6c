package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChannelRef;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.Mode;
import io.tummler.api.Wanted;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.config.FixedSettings;
import io.tummler.config.MutableSettings;
import io.tummler.config.OnePolicy;
import io.tummler.credit.Fakes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How members hear of the bot: once, where moderators want it, and nothing is on by it. */
@QuarkusTest
@TestProfile(RulesProfile.class)
class WelcomeTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    MutableSettings settings;

    private Town town;
    private Person lev;

    @BeforeEach
    void a_moderator() {
        town = platform.town();
        lev = town.person("lev").moderates();
    }

    @AfterEach
    void all_is_as_it_was() {
        settings.hold();
    }

    private static ChatSettings welcoming(Optional<ChannelRef> channel) {
        return new ChatSettings(
                new ChannelRef("moderators"),
                new ChannelRef("introductions"),
                channel,
                Duration.ofDays(30),
                "en",
                Mode.LIVE,
                Optional.empty());
    }

    private static ChatSettings welcoming() {
        return welcoming(Optional.of(new ChannelRef("#hello")));
    }

    @Test
    void it_is_posted_for_everybody_and_each_who_presses_sees_their_own_choices_all_off() {
        settings.hold(welcoming());
        Person eve = town.person("eve").joins("tasks");

        assertThat(lev.runs("tummler welcome", Map.of()).words()).contains("I am posting it in #hello");

        await().until(() -> town.posts().size() == 1);
        Delivery.Post post = town.posts().getFirst();
        assertThat(post.channel()).isEqualTo(new ChannelRef("hello"));
        assertThat(post.text().words()).contains("Nothing is on until you say so", "Nobody learns who said no");
        assertThat(post.text().buttons()).hasSize(1);
        String button = post.text().buttons().getFirst().id();
        assertThat(intake.answersInPlace(button)).as("the post stays").isFalse();
        Text adas = town.person("ada").pressesRaw(button, post.text().words());
        assertThat(adas.words()).contains("**Listening** (off)", "**Introductions** (off)", "**Tasks** (off)");
        assertThat(eve.pressesRaw(button, post.text().words()).words()).contains("**Tasks** (on)");
    }

    @Test
    void where_the_operator_shows_the_privacy_page_the_panel_and_me_lead_there() {
        String link = "https://bot.example.org/privacy";
        assertThat(lev.runs("join", Map.of()).words()).contains(link);
        assertThat(lev.runs("me", Map.of()).words()).contains(link);
    }

    @Test
    void without_a_channel_for_it_nothing_is_posted_and_the_moderator_is_told_what_to_do() {
        assertThat(lev.runs("tummler welcome", Map.of()).words()).contains("nothing was posted", "`welcome-channel`");
        assertThat(town.posts()).isEmpty();
    }

    @Test
    void nobody_but_moderators_may_post_it() {
        settings.hold(welcoming());
        assertThat(town.person("ada").runs("tummler welcome", Map.of()).words()).doesNotContain("I am posting it");
        assertThat(town.posts()).isEmpty();
    }

    @Test
    void where_the_bot_may_not_speak_first_nothing_is_posted() {
        var observing = new OnePolicy() {
            @Override
            public <T extends Record> T section(Class<T> section) {
                return section.cast(welcoming());
            }

            @Override
            public <T extends Record> Map<String, T> folder(Class<T> section) {
                return Map.of();
            }

            @Override
            public Mode mode() {
                return Mode.OBSERVE;
            }
        };
        var command = new WelcomeCommand(observing, outgoing -> {
            throw new AssertionError("nobody may hear " + outgoing);
        });
        assertThat(command.run(Fakes.call(Fakes.ADA, "c", Fakes.NOON, "", Map.of(), Map.of()))
                        .sentences())
                .containsExactly(new Says.WelcomeNotLive());
    }

    @Test
    void the_channel_is_looked_for_on_the_platform_where_one_is_named() {
        var wanted =
                new Wanted.Channel("community", "welcome-channel", new ChannelRef("hello"), Set.of(Wanted.Need.SPEAK));
        assertThat(new WantedChannels().of(new FixedSettings(welcoming()))).contains(wanted);
        assertThat(new WantedChannels().of(new FixedSettings(welcoming(Optional.empty()))))
                .hasSize(2)
                .doesNotContain(wanted);
    }
}
