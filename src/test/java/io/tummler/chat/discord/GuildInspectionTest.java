package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.ChannelRef;
import io.tummler.api.PlatformCheck.Answer;
import io.tummler.api.PolicyCheck.Objection;
import io.tummler.api.RoleRef;
import io.tummler.api.Wanted;
import io.tummler.api.Wanted.Need;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuildInspectionTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final String guild = Long.toString(sandbox.guildId());
    private final DiscordEndpoint discord = at(sandbox.restUrl(), sandbox.botToken());

    @AfterEach
    void end() {
        sandbox.close();
    }

    private static DiscordEndpoint at(String url, String token) {
        return new DiscordEndpoint(token, Optional.of(url), Optional.empty());
    }

    private static Wanted moderators(String channel) {
        return new Wanted.Channel("community", "moderators-channel", new ChannelRef(channel), Set.of(Need.SPEAK));
    }

    private static Wanted introductions() {
        return new Wanted.Channel(
                "community",
                "introductions-channel",
                new ChannelRef("introductions"),
                Set.of(Need.OPEN_PRIVATE_THREADS));
    }

    private static Wanted heard(String channel) {
        return new Wanted.Channel("listening", "channels[0]", new ChannelRef(channel), Set.of(Need.LISTEN));
    }

    private List<Objection> objections(Wanted... wanted) {
        return ((Answer.Seen) GuildInspection.look(discord, guild, List.of(wanted))).objections();
    }

    private String what(Wanted wanted) {
        List<Objection> objections = objections(wanted);
        assertThat(objections).hasSize(1);
        assertThat(objections.getFirst().section()).isEqualTo(wanted.section());
        assertThat(objections.getFirst().key()).isEqualTo(wanted.key());
        return objections.getFirst().what();
    }

    private static String unanswered(Answer answer) {
        return ((Answer.Unanswered) answer).why();
    }

    @Test
    void a_guild_that_has_all_that_is_wanted_gives_no_objection() {
        String general = Long.toString(sandbox.channelId("general"));
        assertThat(objections(
                        moderators("#Moderators"),
                        introductions(),
                        heard("kitchen"),
                        heard(general),
                        new Wanted.Role("matching", "kept-apart[0]", new RoleRef("@newcomer"))))
                .isEmpty();
    }

    @Test
    void a_channel_or_role_that_is_not_there_is_named_with_those_that_are() {
        assertThat(objections(moderators("lounge")))
                .containsExactly(new Objection(
                        "community",
                        "moderators-channel",
                        "there is no text channel #lounge in The Corner Yard",
                        "one of #welcome, #general, #kitchen, #workshop, #money-matters, #introductions, #moderators, by"
                                + " name or id"));
        assertThat(what(heard("1434830965309440099")))
                .isEqualTo("there is no channel 1434830965309440099 in The Corner Yard");
        assertThat(what(new Wanted.Role("matching", "kept-apart[0]", new RoleRef("minors"))))
                .isEqualTo("there is no role @minors in The Corner Yard");
    }

    @Test
    void each_permission_that_the_bot_lacks_is_named() {
        sandbox.botRights().revokeIn("moderators", "SEND_MESSAGES");
        assertThat(what(moderators("moderators"))).isEqualTo("the bot lacks in #moderators: Send Messages");

        sandbox.botRights().revokeIn("moderators", "VIEW_CHANNEL", "READ_MESSAGE_HISTORY");
        assertThat(what(moderators("moderators")))
                .isEqualTo("the bot lacks in #moderators: View Channel, Send Messages, Read Message History");

        sandbox.botRights().revoke("CREATE_PRIVATE_THREADS");
        assertThat(what(introductions())).isEqualTo("the bot lacks in #introductions: Create Private Threads");

        sandbox.botRights().revokeIn("kitchen", "VIEW_CHANNEL");
        assertThat(what(heard("kitchen"))).isEqualTo("the bot lacks in #kitchen: View Channel");
    }

    @Test
    void what_a_channel_allows_the_bot_counts_and_so_does_being_administrator() {
        sandbox.botRights().revoke("CREATE_PRIVATE_THREADS");
        sandbox.botRights().grantIn("introductions", "CREATE_PRIVATE_THREADS");
        assertThat(objections(introductions())).isEmpty();

        sandbox.botRights().revokeIn("introductions", "CREATE_PRIVATE_THREADS");
        sandbox.botRights().grant("ADMINISTRATOR");
        assertThat(objections(introductions())).isEmpty();
    }

    @Test
    void a_channel_that_not_every_member_can_read_is_not_listened_to() {
        assertThat(what(heard("moderators")))
                .isEqualTo("#moderators is not listened to, for not every member can read it");
    }

    @Test
    void a_guild_that_the_bot_is_not_in_is_said_to_be_one() {
        sandbox.botRights().remove(sandbox.guildId());
        assertThat(objections(introductions())).singleElement().satisfies(it -> {
            assertThat(it.section()).isEmpty();
            assertThat(it.what()).isEqualTo("the bot is not in the guild " + guild);
        });
        assertThat(GuildInspection.look(discord, "The Corner Yard", List.of()))
                .isInstanceOfSatisfying(
                        Answer.Seen.class,
                        it -> assertThat(it.objections().getFirst().what())
                                .isEqualTo("'The Corner Yard' is no guild's id"));
    }

    @Test
    void why_discord_gave_no_answer_is_one_line() {
        assertThat(unanswered(GuildInspection.look(at(sandbox.restUrl(), "not-the-token"), guild, List.of())))
                .contains("401", "DISCORD_TOKEN");
        assertThat(unanswered(GuildInspection.look(at("http://127.0.0.1:1/", "any"), guild, List.of())))
                .contains("can't be reached")
                .doesNotContain("\n");
        sandbox.faults().answer("GET", "/channels$", 429, 1);
        assertThat(unanswered(GuildInspection.look(discord, guild, List.of())))
                .matches("Discord has been asked too often \\(429\\)\\. Try again in [\\d.]+ seconds");
        sandbox.faults().answer("GET", "/channels$", 503, 1);
        assertThat(unanswered(GuildInspection.look(discord, guild, List.of())))
                .isEqualTo("Discord answers 503 now. Try again later");
    }
}
