package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.PackagedProgram;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a moderator runs it, who has the program and a folder, and neither a token nor a key. */
class ValidateIT {
    @TempDir
    Path folder;

    @Test
    void what_ships_is_all_right() throws Exception {
        PackagedProgram.End end = validate(shipped());
        assertThat(end.said()).singleElement().asString().endsWith("bot-config is all right: 8 files");
        assertThat(end.exitCode()).isZero();
    }

    @Test
    void the_folder_of_the_bot_is_told_about_although_the_bot_would_not_start_with_it() throws Exception {
        write("introductions.yaml", "weekly-cap: 25\n");

        PackagedProgram.End end = validate();
        assertThat(end.said())
                .containsExactly(
                        "bot-config/introductions.yaml:1:13: 'weekly-cap' is '25' - a whole number from 1 to 20",
                        "1 problem in 1 file");
        assertThat(end.exitCode()).isEqualTo(1);
    }

    @Test
    void with_a_guild_that_has_all_that_the_settings_need_it_is_all_right_too() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            PackagedProgram.End end = look(sandbox, sandbox.botToken(), shipped());
            assertThat(end.said()).singleElement().asString().endsWith("bot-config is all right: 8 files");
            assertThat(end.exitCode()).isZero();
        }
    }

    @Test
    void a_channel_that_the_guild_does_not_have_is_told_where_it_is_named_in_the_files_of_that_guild_or_of_all()
            throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            write("community.yaml", "# Where they meet.\nmoderators-channel: lounge\n");
            PackagedProgram.End end = look(sandbox, sandbox.botToken(), "bot-config");
            assertThat(end.said()).hasSize(2).last().isEqualTo("1 problem in 1 file");
            assertThat(end.said())
                    .first()
                    .asString()
                    .startsWith(
                            "bot-config/community.yaml:2:21: there is no text channel #lounge in The Corner Yard - ");
            assertThat(end.exitCode()).isEqualTo(1);

            String own = "communities/" + sandbox.guildId() + "/community.yaml";
            write(own, "moderators-channel: moderators\nintroductions-channel: parlour\n");
            end = look(sandbox, sandbox.botToken(), "bot-config");
            assertThat(end.said())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("bot-config/" + own + ":2:24: there is no text channel #parlour in The Corner Yard - ");
            assertThat(end.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void without_a_token_or_with_a_wrong_one_the_guild_could_not_be_looked_at() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            PackagedProgram.End end = validate("--guild", Long.toString(sandbox.guildId()), shipped());
            assertThat(end.said()).first().asString().startsWith("There is no token to ask Discord with. Set the");
            assertThat(end.exitCode()).isEqualTo(3);

            end = look(sandbox, "wrong", shipped());
            assertThat(end.said()).first().asString().contains("DISCORD_TOKEN");
            assertThat(end.exitCode()).isEqualTo(3);
        }
    }

    private static String shipped() {
        return Path.of("bot-config").toAbsolutePath().toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("bot-config").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private PackagedProgram.End look(Sandbox sandbox, String token, String dir) throws Exception {
        return PackagedProgram.end(
                folder,
                Map.of("DISCORD_TOKEN", token),
                List.of("-Dtummler.discord.rest-url=" + sandbox.restUrl()),
                "validate",
                "--guild",
                Long.toString(sandbox.guildId()),
                dir);
    }

    private PackagedProgram.End validate(String... options) throws Exception {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "validate";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return PackagedProgram.end(folder, List.of(), arguments);
    }
}
