package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bot may do, and what it is told when that changes. */
class SandboxRightsTest {
    private static final int MISSING_ACCESS = 50001;
    private static final int MISSING_PERMISSIONS = 50013;

    private Sandbox sandbox;
    private RestBot rest;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withLimits(Limits.announcedOnly()));
        rest = new RestBot(sandbox);
    }

    @AfterEach
    void stop() {
        rest.close();
        sandbox.close();
    }

    @Test
    void the_bot_may_do_what_the_manual_asks_for_and_no_more() {
        MessageView adas = sandbox.persona("ada").says("general", "Mine.");
        String message = in("general") + "/messages/" + adas.id();

        say("general", "I may speak.");
        rest.does(
                "POST",
                in("introductions") + "/threads",
                new JsonObject().put("name", "Two").put("type", 12));
        assertThat(rest.refused(
                        "POST",
                        in("general") + "/threads",
                        new JsonObject().put("name", "All").put("type", 11)))
                .isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("DELETE", message)).isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("PUT", in("general") + "/messages/pins/" + adas.id()))
                .isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("PATCH", in("general"), new JsonObject().put("topic", "Bots")))
                .isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("POST", guild() + "/channels", new JsonObject().put("name", "bots")))
                .isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("POST", guild() + "/roles", new JsonObject().put("name", "bots")))
                .isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("GET", guild() + "/audit-logs")).isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("PATCH", message, new JsonObject().put("content", "Yours.")))
                .isEqualTo(50005);
        assertThat(sandbox.persona("ada").reads("general")).contains(adas);
    }

    @Test
    void a_permission_that_is_revoked_mid_way_is_told_and_missed() {
        try (var bot = new JdaBot(sandbox)) {
            Member self = bot.guild().getSelfMember();
            say("general", "one");

            sandbox.botRights().revokeIn("general", "SEND_MESSAGES");
            await().until(() -> !self.hasPermission(bot.channel("general"), Permission.MESSAGE_SEND));
            assertThat(rest.refused("POST", in("general") + "/messages", new JsonObject().put("content", "two")))
                    .isEqualTo(MISSING_PERMISSIONS);

            sandbox.botRights().grantIn("general", "SEND_MESSAGES");
            await().until(() -> self.hasPermission(bot.channel("general"), Permission.MESSAGE_SEND));
            say("general", "three");

            sandbox.botRights().revoke("CREATE_PRIVATE_THREADS");
            await().until(() -> bot.heard(RoleUpdatePermissionsEvent.class).size() == 1);
            assertThat(self.hasPermission(Permission.CREATE_PRIVATE_THREADS)).isFalse();
            assertThat(rest.refused(
                            "POST",
                            in("general") + "/threads",
                            new JsonObject().put("name", "Two").put("type", 12)))
                    .isEqualTo(MISSING_PERMISSIONS);
        }
    }

    @Test
    void a_channel_that_the_bot_may_not_see_is_missing_access_and_silent() {
        try (var bot = new JdaBot(sandbox)) {
            sandbox.botRights().revokeIn("kitchen", "VIEW_CHANNEL");
            sandbox.persona("ada").says("kitchen", "Are we alone?");
            sandbox.persona("ada").says("general", "Hello.");

            await().until(() -> !bot.heard(MessageReceivedEvent.class).isEmpty());
            assertThat(bot.heard(MessageReceivedEvent.class))
                    .extracting(it -> it.getMessage().getContentRaw())
                    .containsExactly("Hello.");
            assertThat(rest.refused("GET", in("kitchen"))).isEqualTo(MISSING_ACCESS);
            assertThat(rest.refused("POST", in("kitchen") + "/messages", new JsonObject().put("content", "No.")))
                    .isEqualTo(MISSING_ACCESS);
            assertThat(rest.refused("GET", "/channels/7")).isEqualTo(10003);
        }
    }

    @Test
    void without_history_a_bot_reads_nothing_and_may_not_reply() {
        MessageView adas = sandbox.persona("ada").says("general", "Long ago.");
        sandbox.botRights().revokeIn("general", "READ_MESSAGE_HISTORY");

        assertThat(rest.list(in("general") + "/messages")).isEmpty();
        assertThat(rest.refused(
                        "POST",
                        in("general") + "/messages",
                        new JsonObject()
                                .put("content", "Indeed.")
                                .put("message_reference", new JsonObject().put("message_id", "" + adas.id()))))
                .isEqualTo(160002);
        assertThat(rest.refused("PUT", in("general") + "/messages/" + adas.id() + "/reactions/%F0%9F%91%8D/@me"))
                .isEqualTo(MISSING_PERMISSIONS);
    }

    @Test
    void a_bot_that_is_put_out_and_invited_again_hears_of_both() {
        try (var bot = new JdaBot(sandbox)) {
            sandbox.botRights().remove(sandbox.guildId());

            await().until(() -> bot.heard(GuildLeaveEvent.class).size() == 1);
            sandbox.persona("ada").says("general", "It is gone.");
            assertThat(rest.refused("GET", guild())).isEqualTo(10004);
            assertThat(rest.refused("GET", in("general"))).isEqualTo(MISSING_ACCESS);
            assertThat(rest.refused("GET", "/applications/" + sandbox.botId() + guild() + "/commands"))
                    .isEqualTo(MISSING_ACCESS);
            assertThat(rest.list("/users/@me/guilds")).isEmpty();

            sandbox.botRights().invite(sandbox.guildId());
            await().until(() -> bot.heard(GuildJoinEvent.class).size() == 1);
            assertThat(bot.heard(MessageReceivedEvent.class)).isEmpty();
            say("general", "Here I am again.");
            assertThat(bot.guild().getSelfMember().hasPermission(Permission.CREATE_PRIVATE_THREADS))
                    .isTrue();
        }
    }

    @Test
    void jda_computes_the_same_permissions_for_everybody_everywhere() {
        sandbox.botRights().grant("MANAGE_CHANNELS", "MANAGE_ROLES", "MANAGE_THREADS");
        String newcomer = role("Newcomer");
        overwrite("kitchen", newcomer, 0, "" + Permission.MESSAGE_SEND.getRawValue(), "0");
        overwrite("kitchen", Long.toString(sandbox.guildId()), 0, "0", "" + Permission.MESSAGE_SEND.getRawValue());
        try (var bot = new JdaBot(sandbox)) {
            assertThat(bot.guild().getMembers()).hasSize(14).allSatisfy(member -> {
                for (GuildChannel channel : bot.guild().getChannels()) {
                    long ours = sandbox.permissions(member.getIdLong(), channel.getIdLong());
                    assertThat(Permission.getPermissions(ours).contains(Permission.VIEW_CHANNEL))
                            .as(member + " in " + channel)
                            .isEqualTo(member.hasPermission(channel, Permission.VIEW_CHANNEL));
                    if (member.hasPermission(channel, Permission.VIEW_CHANNEL))
                        assertThat(Permission.getPermissions(ours).contains(Permission.MESSAGE_SEND))
                                .as(member + " in " + channel)
                                .isEqualTo(member.hasPermission(channel, Permission.MESSAGE_SEND));
                }
            });
        }
    }

    @Test
    void what_a_channel_denies_one_member_is_denied_to_that_one() {
        sandbox.botRights().grant("MANAGE_ROLES");
        String ada = Long.toString(sandbox.persona("ada").id());

        overwrite("workshop", ada, 1, "0", "" + Permission.VIEW_CHANNEL.getRawValue());
        assertThatThrownBy(() -> sandbox.persona("ada").reads("workshop")).hasMessageContaining("no such channel");
        assertThat(sandbox.persona("ben").reads("workshop")).isNotEmpty();

        rest.does("DELETE", in("workshop") + "/permissions/" + ada);
        assertThat(sandbox.persona("ada").reads("workshop")).isNotEmpty();
        assertThat(rest.refused("DELETE", in("workshop") + "/permissions/" + ada))
                .isEqualTo(10009);
    }

    @Test
    void nobody_touches_what_stands_above_them_or_gives_what_they_do_not_have() {
        sandbox.botRights().grant("MANAGE_ROLES");
        String moderator = role("Moderator");
        String members = guild() + "/members/";

        assertThat(rest.refused(
                        "POST",
                        guild() + "/roles",
                        new JsonObject().put("permissions", "" + Permission.BAN_MEMBERS.getRawValue())))
                .isEqualTo(MISSING_PERMISSIONS);
        assertThat(rest.refused("PATCH", guild() + "/roles/" + role("Tummler"), new JsonObject().put("name", "King")))
                .isEqualTo(MISSING_PERMISSIONS);
        rest.does("PUT", members + sandbox.persona("ada").id() + "/roles/" + moderator);
        assertThat(sandbox.persona("ada").reads("moderators")).isNotEmpty();
        sandbox.botRights().grant("KICK_MEMBERS");
        assertThat(rest.refused("DELETE", members + sandbox.persona("lev").id()))
                .isEqualTo(MISSING_PERMISSIONS);
    }

    private void overwrite(String channel, String about, int type, String allow, String deny) {
        rest.does(
                "PUT",
                in(channel) + "/permissions/" + about,
                new JsonObject().put("type", type).put("allow", allow).put("deny", deny));
    }

    private String role(String name) {
        JsonArray roles = rest.list(guild() + "/roles");
        return roles.stream()
                .map(JsonObject.class::cast)
                .filter(it -> it.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private void say(String channel, String what) {
        rest.does("POST", in(channel) + "/messages", new JsonObject().put("content", what));
    }

    private String in(String channel) {
        return "/channels/" + sandbox.channelId(channel);
    }

    private String guild() {
        return "/guilds/" + sandbox.guildId();
    }
}
