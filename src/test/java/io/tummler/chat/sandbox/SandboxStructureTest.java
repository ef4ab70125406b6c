package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.audit.ActionType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.ScheduledEvent;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.forums.ForumTagData;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildAuditLogEntryCreateEvent;
import net.dv8tion.jda.api.events.guild.GuildBanEvent;
import net.dv8tion.jda.api.events.guild.GuildUnbanEvent;
import net.dv8tion.jda.api.events.guild.scheduledevent.ScheduledEventCreateEvent;
import net.dv8tion.jda.api.events.guild.scheduledevent.ScheduledEventDeleteEvent;
import net.dv8tion.jda.api.events.guild.scheduledevent.ScheduledEventUserAddEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.role.RoleCreateEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a guild is made of, built up and taken down by the real JDA: channels, roles, events, bans, the log. */
class SandboxStructureTest {
    private static final EnumSet<GatewayIntent> INTENTS = EnumSet.of(
            GatewayIntent.GUILD_MEMBERS,
            GatewayIntent.GUILD_MODERATION,
            GatewayIntent.GUILD_MESSAGES,
            GatewayIntent.SCHEDULED_EVENTS);

    private Sandbox sandbox;
    private RestBot rest;
    private JdaBot bot;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withLimits(Limits.announcedOnly()));
        rest = new RestBot(sandbox);
        sandbox.botRights()
                .grant(
                        "MANAGE_CHANNELS",
                        "MANAGE_ROLES",
                        "MANAGE_THREADS",
                        "CREATE_PUBLIC_THREADS",
                        "CREATE_EVENTS",
                        "VIEW_AUDIT_LOG",
                        "BAN_MEMBERS",
                        "KICK_MEMBERS");
        bot = new JdaBot(sandbox, Compression.ZLIB, INTENTS);
    }

    @AfterEach
    void stop() {
        bot.close();
        rest.close();
        sandbox.close();
    }

    @Test
    void a_channel_for_some_is_made_hidden_from_others_and_deleted() {
        Role moderators = bot.guild().getRolesByName("Moderator", false).getFirst();
        var made = bot.guild()
                .createTextChannel("Night Shift")
                .setTopic("For those who bake")
                .addRolePermissionOverride(
                        bot.guild().getPublicRole().getIdLong(), null, EnumSet.of(Permission.VIEW_CHANNEL))
                .addRolePermissionOverride(moderators.getIdLong(), EnumSet.of(Permission.VIEW_CHANNEL), null)
                .addMemberPermissionOverride(sandbox.botId(), EnumSet.of(Permission.VIEW_CHANNEL), null)
                .complete();

        await().until(() -> bot.heard(ChannelCreateEvent.class).size() == 1);
        assertThat(made.getName()).isEqualTo("night-shift");
        made.sendMessage("Flour is in.").complete();
        assertThat(sandbox.persona("lev").reads("night-shift")).hasSize(1);
        assertThatThrownBy(() -> sandbox.persona("ada").reads("night-shift")).hasMessageContaining("no such channel");

        made.getManager().setTopic("Closed").complete();
        made.delete().complete();
        await().until(() -> bot.heard(ChannelDeleteEvent.class).size() == 1);
        assertThat(rest.refused("GET", "/channels/" + made.getId())).isEqualTo(10003);
    }

    @Test
    void a_forums_thread_begins_with_a_message_and_bears_tags() {
        ForumChannel forum = bot.guild()
                .createForumChannel("questions")
                .setAvailableTags(List.of(new ForumTagData("bread"), new ForumTagData("tax")))
                .complete();

        var post = forum.createForumPost("Rye or wheat?", MessageCreateData.fromContent("I wonder."))
                .setTags(forum.getAvailableTagsByName("bread", false))
                .complete();

        assertThat(post.getMessage().getIdLong())
                .isEqualTo(post.getThreadChannel().getIdLong());
        assertThat(post.getThreadChannel().getAppliedTags()).hasSize(1);
        assertThat(sandbox.persona("ada").reads(post.getThreadChannel().getId()))
                .extracting(MessageView::content)
                .containsExactly("I wonder.");
        assertThat(rest.refused(
                        "POST", "/channels/" + forum.getId() + "/messages", new JsonObject().put("content", "Where?")))
                .isEqualTo(50024);
        assertThat(rest.wrongIn(
                        "POST", "/channels/" + forum.getId() + "/threads", new JsonObject().put("name", "Empty")))
                .isEqualTo("message: BASE_TYPE_REQUIRED");
        forum.delete().complete();
        assertThat(rest.refused("GET", "/channels/" + post.getThreadChannel().getId()))
                .isEqualTo(10003);
    }

    @Test
    void an_announcement_is_published_once() {
        var news = bot.guild().createNewsChannel("news").complete();
        var said = news.sendMessage("We bake on Sundays.").complete();

        assertThat(said.crosspost().complete().getFlags().toString()).contains("CROSSPOSTED");
        assertThat(rest.refused("POST", "/channels/" + news.getId() + "/messages/" + said.getId() + "/crosspost"))
                .isEqualTo(40033);
        var thread = said.createThreadChannel("About that").complete();
        assertThat(thread.getType().getId()).isEqualTo(10);
        assertThat(thread.getIdLong()).isEqualTo(said.getIdLong());
    }

    @Test
    void a_role_is_made_given_changed_and_deleted_and_the_log_says_why() {
        Role bakers = bot.guild()
                .createRole()
                .setName("Bakers")
                .setColor(0xC2703D)
                .setPermissions(Permission.MESSAGE_SEND)
                .reason("Élan & flour")
                .complete();
        await().until(() -> bot.heard(RoleCreateEvent.class).size() == 1);
        var ada = bot.guild().getMemberById(sandbox.persona("ada").id());
        bot.guild().addRoleToMember(ada, bakers).complete();
        await().until(() -> ada.getRoles().contains(bakers));
        bakers.getManager().setName("Night bakers").complete();
        bakers.delete().complete();

        await().until(() -> bot.heard(RoleDeleteEvent.class).size() == 1);
        assertThat(ada.getRoles()).isEmpty();
        var log = bot.guild().retrieveAuditLogs().complete();
        assertThat(log)
                .extracting(it -> it.getType())
                .containsExactly(
                        ActionType.ROLE_DELETE,
                        ActionType.ROLE_UPDATE,
                        ActionType.MEMBER_ROLE_UPDATE,
                        ActionType.ROLE_CREATE);
        assertThat(log.getLast().getReason()).isEqualTo("Élan & flour");
        assertThat(bot.heard(GuildAuditLogEntryCreateEvent.class)).hasSize(4);
        assertThat(rest.refused("DELETE", "/guilds/" + sandbox.guildId() + "/roles/" + bakers.getId()))
                .isEqualTo(10011);
    }

    @Test
    void a_gathering_is_announced_attended_and_called_off() {
        OffsetDateTime start = OffsetDateTime.now(sandbox.clock()).plusDays(3);
        ScheduledEvent event = bot.guild()
                .createScheduledEvent("Bread night", "The hatch", start, start.plusHours(2))
                .setDescription("Bring flour")
                .complete();
        await().until(() -> bot.heard(ScheduledEventCreateEvent.class).size() == 1);

        sandbox.persona("ada").attends("Bread night", true);
        await().until(() -> bot.heard(ScheduledEventUserAddEvent.class).size() == 1);
        assertThat(event.retrieveInterestedMembers().stream().toList())
                .extracting(it -> it.getUser().getName())
                .containsExactly("ada");
        event.getManager().setName("Rye night").complete();
        event.delete().complete();
        await().until(() -> bot.heard(ScheduledEventDeleteEvent.class).size() == 1);

        JsonObject past = new JsonObject()
                .put("name", "Too late")
                .put("privacy_level", 2)
                .put("entity_type", 3)
                .put("entity_metadata", new JsonObject().put("location", "Here"))
                .put("scheduled_start_time", start.minus(Duration.ofDays(9)).toString())
                .put("scheduled_end_time", start.toString());
        String events = "/guilds/" + sandbox.guildId() + "/scheduled-events";
        assertThat(rest.wrongIn("POST", events, past))
                .isEqualTo("scheduled_start_time: GUILD_SCHEDULED_EVENT_SCHEDULE_PAST");
        sandbox.botRights().revoke("CREATE_EVENTS");
        assertThat(rest.refused("POST", events, past)).isEqualTo(50013);
    }

    @Test
    void whoever_is_banned_is_gone_until_the_ban_is_lifted() {
        var mina = sandbox.persona("mina");
        var user = bot.guild().getMemberById(mina.id()).getUser();

        MessageView spam = mina.says("general", "Buy!");
        sandbox.persona("ada").says("general", "No.");
        bot.guild().ban(user, 1, TimeUnit.HOURS).reason("Spam").complete();
        await().until(() -> bot.heard(GuildBanEvent.class).size() == 1);
        assertThat(bot.heard(MessageDeleteEvent.class))
                .extracting(MessageDeleteEvent::getMessageIdLong)
                .containsExactly(spam.id());
        assertThat(sandbox.persona("ada").reads("general").getLast().content()).isEqualTo("No.");
        assertThat(bot.guild().retrieveBan(user).complete().getReason()).isEqualTo("Spam");
        assertThatThrownBy(mina::comesBack).hasMessageContaining("Banned");
        bot.guild().unban(user).complete();
        await().until(() -> bot.heard(GuildUnbanEvent.class).size() == 1);
        mina.comesBack();
        assertThat(rest.refused("GET", "/guilds/" + sandbox.guildId() + "/bans/" + mina.id()))
                .isEqualTo(10026);

        bot.guild().kick(user).complete();
        assertThatThrownBy(() -> mina.says("general", "Hello?")).hasMessageContaining("has left");
    }

    @Test
    void a_reset_takes_down_all_that_was_built() {
        bot.guild().createTextChannel("extra").complete();
        bot.guild().createRole().setName("Extra").complete();
        sandbox.botRights().revokeIn("general", "SEND_MESSAGES");

        sandbox.reset();

        await().until(() -> bot.heard(ChannelDeleteEvent.class).size() == 1);
        await().until(() -> bot.heard(RoleDeleteEvent.class).size() == 1);
        await().until(() -> bot.guild().getSelfMember().hasPermission(bot.channel("general"), Permission.MESSAGE_SEND));
        assertThat(names(rest.list("/guilds/" + sandbox.guildId() + "/channels")))
                .doesNotContain("extra");
    }

    @Test
    void a_private_thread_that_is_closed_to_invitations_is_its_owners() {
        sandbox.botRights().revoke("MANAGE_THREADS", "CREATE_PUBLIC_THREADS");
        String thread = rest.does(
                        "POST",
                        "/channels/" + sandbox.channelId("introductions") + "/threads",
                        new JsonObject().put("name", "Two").put("type", 12).put("invitable", false))
                .getString("id");
        String ada = Long.toString(sandbox.persona("ada").id());

        rest.does("PUT", "/channels/" + thread + "/thread-members/" + ada);
        assertThat(rest.refused("PATCH", "/channels/" + thread, new JsonObject().put("locked", true)))
                .isEqualTo(50013);
        assertThat(rest.refused("DELETE", "/channels/" + thread)).isEqualTo(50013);
        rest.does("PATCH", "/channels/" + thread, new JsonObject().put("archived", true));
        assertThat(rest.refused("PATCH", "/channels/" + thread, new JsonObject().put("name", "Three")))
                .isEqualTo(50083);
        rest.does("PATCH", "/channels/" + thread, new JsonObject().put("archived", false));
        rest.does("DELETE", "/channels/" + thread + "/thread-members/" + ada);
        assertThat(sandbox.persona("ada").threads()).isEmpty();
    }

    private static List<String> names(JsonArray all) {
        return all.stream().map(it -> ((JsonObject) it).getString("name")).toList();
    }

    @Test
    void what_the_sandbox_has_not_is_refused_by_name() {
        var answer = rest.send(rest.request("/guilds/" + sandbox.guildId() + "/channels")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"talk\",\"type\":2}")));

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).contains("no channels of type 2");
    }

    @Test
    void a_new_role_of_a_small_guild_is_its_makers_to_give() {
        sandbox.botRights().grant("ADMINISTRATOR");
        long guild = sandbox.addGuild("Elsewhere");
        long ada = sandbox.persona("ada").id();

        String role = rest.does("POST", "/guilds/" + guild + "/roles", new JsonObject().put("name", "New"))
                .getString("id");

        rest.does("PUT", "/guilds/" + guild + "/members/" + ada + "/roles/" + role);
        assertThat(rest.list("/guilds/" + guild + "/roles").encode()).contains("\"New\"");
    }
}
