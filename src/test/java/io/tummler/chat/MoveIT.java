package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tummler.PackagedProgram;
import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import io.tummler.store.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that began on H2 and goes on with PostgreSQL, by the commands that an operator gives. */
class MoveIT {
    private static final String ALL = """
            select 'member', count(*) from member union all select 'consent', count(*) from consent
            union all select 'transfer', count(*) from transfer union all select 'outbox', count(*) from outbox
            union all select 'key', count(*) from fingerprint_key""";

    @TempDir
    Path folder;

    @Test
    void members_find_everything_as_it_was() throws Exception {
        String postgres = TestPostgres.newDatabase();
        Path before = Files.createDirectory(folder.resolve("before"));
        Path after = Files.createDirectory(folder.resolve("after"));
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withLimits(Limits.announcedOnly()));
                var onH2 = new BotProcess(sandbox, before);
                var onPostgres = new BotProcess(sandbox, after, postgres)) {
            onH2.start();
            await().until(() -> sandbox.commands().contains("join"));
            var story = new Story(sandbox, _ -> {});
            story.live();
            String me = story.helper().runs("me", Map.of()).content();
            assertThat(me).contains("12 credits");
            assertThat(move(before, postgres)).satisfies(end -> {
                assertThat(end.exitCode()).isEqualTo(2);
                assertThat(end.said())
                        .singleElement()
                        .asString()
                        .contains("open in another process: stop the bot first");
            });
            Ending.stopWhenAllIsSaid(onH2);

            assertThat(move(before, postgres).said())
                    .anyMatch(line -> line.matches("transfer +(\\d+) +\\1"))
                    .anyMatch(line -> line.contains("Now start the bot with QUARKUS_DATASOURCE_JDBC_URL=" + postgres));
            PackagedProgram.End again = move(before, postgres);
            assertThat(again.exitCode()).isZero();
            assertThat(again.said()).last().asString().isEqualTo("Everything was there already; nothing was changed.");
            assertThat(onPostgres.query(ALL)).isEqualTo(onH2.query(ALL));

            onPostgres.start();
            assertThat(story.helper().runs("me", Map.of()).content()).isEqualTo(me);
        }
    }

    private static PackagedProgram.End move(Path folder, String to) throws Exception {
        return PackagedProgram.end(
                folder,
                List.of("-Dtummler.move.username=postgres", "-Dtummler.move.password=postgres"),
                "move",
                "--to",
                to);
    }
}
