package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.events.guild.member.GuildMemberJoinEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRemoveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JDA as big bots run it: compressed, all members asked for in chunks, all of them kept, and kept right. */
class SandboxMembersTest {
    private Sandbox sandbox;
    private JdaBot bot;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        bot = new JdaBot(sandbox, Compression.ZLIB, JdaBot.ALL_NEEDED);
    }

    @AfterEach
    void stop() {
        bot.close();
        sandbox.close();
    }

    /** What it knows without asking. */
    private List<Long> cached() {
        return bot.guild().getMemberCache().stream()
                .map(it -> it.getIdLong())
                .sorted()
                .toList();
    }

    @Test
    void every_member_is_known_before_the_bot_is_ready() {
        assertThat(bot.guild().isLoaded()).isTrue();
        assertThat(bot.guild().getMembers()).hasSize(bot.guild().getMemberCount());
        assertThat(cached()).contains(sandbox.botId());
        assertThat(cached())
                .containsAll(sandbox.personas().stream().map(Persona::id).toList());
        assertThat(bot.guild().getMemberById(sandbox.persona("lev").id()).getRoles())
                .extracting(Role::getName)
                .contains("Moderator");
    }

    @Test
    void whoever_comes_goes_or_changes_does_so_in_the_cache() {
        Persona mina = sandbox.persona("mina");

        mina.leaves();
        await().until(() -> bot.heard(GuildMemberRemoveEvent.class).size() == 1);
        assertThat(cached()).doesNotContain(mina.id());

        mina.comesBack();
        await().until(() -> bot.heard(GuildMemberJoinEvent.class).size() == 1);
        assertThat(cached()).contains(mina.id());

        mina.hasRole("Moderator", true);
        await().until(() -> bot.heard(GuildMemberRoleAddEvent.class).size() == 1);
        assertThat(bot.guild().getMemberById(mina.id()).getRoles())
                .extracting(Role::getName)
                .containsExactly("Moderator");
    }

    @Test
    void what_happened_while_the_bot_was_away_is_in_the_cache_after_it_resumed() {
        sandbox.faults().dropGateway();
        sandbox.persona("mina").leaves();

        await().until(() -> bot.heard(SessionResumeEvent.class).size() == 1);
        await().until(() -> bot.heard(GuildMemberRemoveEvent.class).size() == 1);
        assertThat(cached()).doesNotContain(sandbox.persona("mina").id());
    }
}
