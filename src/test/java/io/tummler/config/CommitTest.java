package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories as git lays them out. */
class CommitTest {
    private static final String ID = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path checkout;

    private Path git;
    private Path config;

    @BeforeEach
    void a_checkout() throws IOException {
        git = Files.createDirectories(checkout.resolve(".git"));
        config = Files.createDirectories(checkout.resolve("settings/bot-config"));
        write(git.resolve("HEAD"), "ref: refs/heads/main\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void object(Path git) throws IOException {
        String text = "tree 89abcdef0123456789abcdef0123456789abcdef\n"
                + "author Ada Lovelace <ada@example.org> 1772442000 +0100\n"
                + "committer Ben <ben@example.org> 1772442001 +0000\n\n"
                + "Ask fewer helpers at once\n\nThey were getting tired.\n";
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(("commit " + text.length() + "\0" + text).getBytes(StandardCharsets.UTF_8));
        }
        Path file = git.resolve("objects/01/23456789abcdef0123456789abcdef01234567");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toByteArray());
    }

    @Test
    void the_author_and_the_subject_are_told() throws IOException {
        write(git.resolve("refs/heads/main"), ID + "\n");
        object(git);

        assertThat(Commit.of(config)).contains(new Commit(ID, "Ada Lovelace", "Ask fewer helpers at once"));
    }

    @Test
    void of_a_commit_in_a_pack_the_id_is_told() throws IOException {
        write(git.resolve("packed-refs"), "# pack-refs with: peeled\n" + ID + " refs/heads/main\n");

        assertThat(Commit.of(config)).contains(new Commit(ID, "", ""));
        assertThat(Commit.of(config).orElseThrow().abbreviated()).isEqualTo("0123456789");
    }

    @Test
    void a_detached_head_is_a_commit_too() throws IOException {
        write(git.resolve("HEAD"), ID + "\n");

        assertThat(Commit.of(config)).map(Commit::id).contains(ID);
    }

    @Test
    void a_worktree_has_its_head_apart_and_the_rest_in_common() throws IOException {
        object(git);
        write(git.resolve("refs/heads/live"), ID + "\n");
        write(git.resolve("worktrees/live/HEAD"), "ref: refs/heads/live\n");
        write(git.resolve("worktrees/live/commondir"), "../..\n");
        Path worktree = Files.createDirectories(checkout.resolve("live"));
        write(worktree.resolve(".git"), "gitdir: " + git.resolve("worktrees/live") + "\n");

        assertThat(Commit.of(worktree)).map(Commit::author).contains("Ada Lovelace");
    }

    @Test
    void a_folder_that_is_no_checkout_and_a_broken_one_have_none() throws IOException {
        write(git.resolve("HEAD"), "ref: ../../somewhere/else\n");
        assertThat(Commit.of(config)).isEqualTo(Optional.empty());

        write(git.resolve("HEAD"), "nothing of the kind");
        assertThat(Commit.of(config)).isEqualTo(Optional.empty());
    }
}
