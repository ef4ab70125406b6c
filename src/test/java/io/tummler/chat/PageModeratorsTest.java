package io.tummler.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A moderator's day in the sandbox's page: a section is switched off, a file broken and put right. With
 * {@code -Dscreenshots=docs/img} it also takes the pictures of docs/bot-config.md.
 */
@QuarkusTest
@TestProfile(SettingsProfile.class)
class PageModeratorsTest {
    private static final Optional<Path> ALBUM =
            Optional.ofNullable(System.getProperty("screenshots")).map(Path::of);

    private static final Path FOLDER = SettingsProfile.FOLDER;

    private final Map<String, String> shipped = new HashMap<>();

    @TestHTTPResource("/sandbox")
    String address;

    private void edit(String file, String from, String to) throws IOException {
        Path path = FOLDER.resolve(file);
        String text = Files.readString(path);
        shipped.putIfAbsent(file, text);
        Files.writeString(path, text.replace(from, to));
    }

    @AfterEach
    void all_is_as_it_was() throws IOException {
        for (var file : shipped.entrySet()) Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }

    @Test
    void a_section_is_switched_off_a_file_broken_and_put_right() throws IOException {
        try (Chromium chromium = Chromium.open()) {
            var window = new SandboxWindow(chromium.window(address, SandboxWindow.WIDTH_PX, ColorScheme.LIGHT), ALBUM);
            window.be("lev");
            // Where the bot posts nothing by itself.
            window.enter("general");

            edit("listening.yaml", "enabled: true", "enabled: false");
            assertThat(window.run("tummler config reload")).containsText("listening: enabled");
            assertThat(window.newest()).containsText("false");

            edit("introductions.yaml", "weekly-cap: 2", "weekly-cup: 2\nweekly-cap: 200");
            assertThat(window.run("tummler config reload")).containsText("did you mean 'weekly-cap'?");
            assertThat(window.newest()).containsText("'weekly-cap' is '200' - a whole number from 1 to 20");

            edit("introductions.yaml", "weekly-cup: 2\nweekly-cap: 200", "weekly-cap: 1");
            assertThat(window.run("tummler config reload")).containsText("introductions: weekly-cap");

            assertThat(window.run("tummler config why", "key", "weekly-cap")).containsText("introductions.yaml:");
            window.photograph("moderator-1-answers");

            window.enter("moderators");
            assertThat(window.newest()).containsText("introductions: weekly-cap");
            window.photograph("moderator-2-channel");
        }
    }
}
