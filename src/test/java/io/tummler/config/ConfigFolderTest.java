package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {
    private static final Sections SECTIONS = new Sections(List.of(Town.class, Shop.class));

    @TempDir
    Path folder;

    @Test
    void files_and_folders_become_sections() throws IOException {
        write("sample-town.yaml", "members: 12");
        write("sample-shops/flour.yaml", "name: The Mill");
        write("sample-shops/books.yaml", "name: The Shelf");
        write("README.md", "for people");
        write(".hidden", "for programs");

        Snapshot read = read(folder);

        assertThat(read.section(Town.class)).isEqualTo(new Town("moderators", 12));
        assertThat(read.folder(Shop.class).toString())
                .isEqualTo("{books=Shop[name=The Shelf], flour=Shop[name=The Mill]}");
    }

    @Test
    void an_empty_file_and_no_folder_at_all_mean_every_default() throws IOException {
        assertThat(read(folder.resolve("none")).section(Town.class)).isEqualTo(Sections.defaults(Town.class));

        write("sample-town.yaml", "# nothing yet\n");

        assertThat(read(folder).section(Town.class)).isEqualTo(Sections.defaults(Town.class));
        assertThat(read(folder).folder(Shop.class)).isEmpty();
    }

    @Test
    void a_folder_that_was_named_or_that_real_members_rely_on_must_be_there() {
        Path missing = folder.resolve("bto-config");
        assertThatThrownBy(() -> BotConfig.first(reader(missing), true))
                .isInstanceOf(BadConfig.class)
                .hasMessage(missing + ":1:1: there is no folder " + missing + " - a folder of settings, which may be"
                        + " empty; name it as tummler.bot-config (TUMMLER_BOT_CONFIG)");
        assertThat(BotConfig.first(reader(folder), true).everywhere().section(Town.class))
                .isEqualTo(Sections.defaults(Town.class));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws IOException {
        write("sample-town.yaml", "members: none\nmoderator-channel: x\n");
        write("sample-town.yml", "");
        write("sample-shops/Corner Oven.yml", "name: x");
        write("sample-shops/empty.yaml", "");
        write("town-smaple.yaml", "");
        write("sample-shop/flour.yaml", "");

        assertThat(refusal()).isEqualTo("""
                bot-config/sample-shop:1:1: no section is called so - one of sample-shops/, sample-town.yaml - did you mean 'sample-shops/'?
                bot-config/sample-shops/Corner Oven.yml:1:1: no name for a file here - small letters, digits and hyphens, at most 40, and .yaml - did you mean 'corner-oven.yaml'?
                bot-config/sample-shops/empty.yaml:1:1: 'name' is missing - text: What it is called.
                bot-config/sample-town.yaml:1:10: 'members' is 'none' - a whole number of at least 1
                bot-config/sample-town.yaml:2:1: there is no key 'moderator-channel' - one of moderators-channel, members - did you mean 'moderators-channel'?
                bot-config/sample-town.yml:1:1: no section is called so - one of sample-shops/, sample-town.yaml - did you mean 'sample-town.yaml'?
                bot-config/town-smaple.yaml:1:1: no section is called so - one of sample-shops/, sample-town.yaml""");
    }

    @Test
    void a_file_that_is_too_large_is_not_read_to_its_end() throws IOException {
        write("sample-town.yaml", "#".repeat(YamlText.MOST_BYTES + 1));

        assertThat(refusal())
                .isEqualTo("bot-config/sample-town.yaml:1:1: the file is too large - at most 1048576 bytes");
    }

    @Test
    void a_file_where_a_folder_should_be_is_told_and_not_taken_for_empty() throws IOException {
        write("sample-shops", "a file where a folder should be");

        assertThat(refusal())
                .contains("bot-config/sample-shops:1:1: no section is called so")
                .contains("did you mean 'sample-shops/'?");
    }

    @Test
    void who_asks_for_the_wrong_kind_of_section_is_told() {
        Snapshot read = read(folder);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.section(Shop.class))
                .withMessageContaining("is no section that is a file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.folder(Town.class))
                .withMessageContaining("is no section that is a folder");
    }

    private static ConfigFolder reader(Path folder) {
        return new ConfigFolder(folder, SECTIONS, List.of(), _ -> Optional.empty());
    }

    private static Snapshot read(Path folder) {
        return BotConfig.first(reader(folder), false).everywhere();
    }

    private String refusal() {
        BadConfig bad = catchThrowableOfType(BadConfig.class, () -> read(folder));
        assertThat(bad.getMessage().lines()).hasSameSizeAs(bad.problems());
        return bad.getMessage().replace(folder.toString(), "bot-config");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
