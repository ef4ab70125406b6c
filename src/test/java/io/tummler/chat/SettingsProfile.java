package io.tummler.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** The bot in the sandbox with a copy of the settings that ship, which moderators may change. */
public class SettingsProfile extends SandboxProfile {
    static final Path FOLDER = copy();

    private static Path copy() {
        try {
            Path copy = Files.createTempDirectory("bot-config");
            Path shipped = Path.of("bot-config");
            Files.walkFileTree(shipped, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path target = copy.resolve(shipped.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    target.toFile().deleteOnExit();
                    return FileVisitResult.CONTINUE;
                }
            });
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("tummler.bot-config", FOLDER.toString());
        // Moderators reload it themselves, and see what comes of it.
        overrides.put("tummler.bot-config-look", "off");
        overrides.put("quarkus.datasource.jdbc.url", database("settings"));
        return overrides;
    }
}
