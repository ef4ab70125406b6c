package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guilds beside the cast's. */
class SandboxGuildsTest {
    @TempDir
    Path folder;

    @Test
    void a_bot_hears_what_is_said_in_each_guild_and_of_one_that_it_is_invited_to() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withGuilds(3));
                var bot = new JdaBot(sandbox)) {
            assertThat(bot.jda.getGuilds())
                    .extracting(Guild::getName)
                    .contains("The Corner Yard", "Guild 2", "Guild 3");
            assertThat(bot.jda.getGuilds())
                    .extracting(ISnowflake::getIdLong)
                    .containsExactlyInAnyOrderElementsOf(sandbox.guildIds());

            long fourth = sandbox.addGuild("Late Risers");
            await().until(() -> bot.heard(GuildJoinEvent.class).size() == 1);
            sandbox.persona("ada").says(Long.toString(fourth + 1), "Anybody up?");

            await().until(() -> bot.heard(MessageReceivedEvent.class).size() == 1);
            MessageReceivedEvent heard = bot.heard(MessageReceivedEvent.class).getFirst();
            assertThat(heard.getGuild().getName()).isEqualTo("Late Risers");
            assertThat(heard.getMember().getGuild().getIdLong()).isEqualTo(fourth);
            heard.getChannel().sendMessage("I am.").complete();
            assertThat(sandbox.persona("ada").reads(Long.toString(fourth + 1)))
                    .extracting(MessageView::content)
                    .containsExactly("Anybody up?", "I am.");
        }
    }

    @Test
    void who_is_not_in_a_guild_sees_nothing_of_it() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withGuilds(2))) {
            String elsewhere = Long.toString(sandbox.guildIds().getLast() + 1);

            assertThatThrownBy(() -> sandbox.persona("mina").says(elsewhere, "May I?"))
                    .hasMessageContaining("no such channel");
            assertThat(sandbox.persona("ada").reads(elsewhere)).isEmpty();
        }
    }

    @Test
    void a_thousand_guilds_fall_evenly_to_a_hundred_shards() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withGuilds(1_000))) {
            List<Long> guilds = sandbox.guildIds();

            assertThat(guilds).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(guilds.stream()
                            .collect(Collectors.groupingBy(id -> (id >>> 22) % 100, Collectors.counting()))
                            .values())
                    .hasSize(100)
                    .containsOnly(10L);
        }
    }

    @Test
    void guilds_outlive_a_restart_and_are_not_made_twice() {
        SandboxOptions options = SandboxOptions.defaults().withGuilds(2).withFile(folder.resolve("sandbox.json"));
        List<Long> before;
        try (Sandbox first = Sandbox.start(options)) {
            first.addGuild("Third");
            before = first.guildIds();
        }
        try (Sandbox second = Sandbox.start(options);
                var bot = new JdaBot(second)) {
            assertThat(second.guildIds()).isEqualTo(before);
            assertThat(bot.jda.getGuildsByName("Third", false)).hasSize(1);
        }
    }
}
