package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path folder;

    private final List<Inventory> read = new ArrayList<>();
    private ConfigFolder reader;
    private Watch watch;

    @BeforeEach
    void a_folder_that_was_read() throws IOException {
        write("members: 12");
        reader = new ConfigFolder(folder, new Sections(List.of(Town.class)), List.of(), _ -> Optional.empty());
        read.add(reader.inventory());
        watch = new Watch(reader::inventory, read::getLast, read::add);
        watch.look();
        watch.look();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("sample-town.yaml"), text);
    }

    @Test
    void what_nobody_wrote_is_not_read_again() {
        assertThat(read).hasSize(1);
    }

    @Test
    void what_was_written_is_read_once_it_has_stayed_the_same_for_a_look() throws IOException {
        write("members: 120");
        watch.look();
        assertThat(read).hasSize(1);

        write("members: 1200");
        watch.look();
        assertThat(read).hasSize(1);

        watch.look();
        assertThat(read).hasSize(2).last().isEqualTo(reader.inventory());
        watch.look();
        assertThat(read).hasSize(2);
    }
}
