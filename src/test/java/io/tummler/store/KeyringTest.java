package io.tummler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {
    private static final String PLACE = "statement.wording";
    private static final String A = key('a');
    private static final String B = key('b');

    @TempDir
    Path folder;

    static String key(char filledWith) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filledWith).repeat(32).getBytes());
    }

    private static Keyring ring(String keys) {
        return Keyring.parse("TUMMLER_KEYS", keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sourdough", "     ", "plain:so", "old:c291cmRvdWdo", "Grüße, 你好, 🪕", "a\u0000b\nc"})
    void a_text_opens_as_it_was_sealed_and_is_not_to_be_seen_meanwhile(String text) {
        Keyring ring = ring("old:" + A);
        String sealed = ring.seal(PLACE, text);
        assertThat(sealed).matches("old:[A-Za-z0-9+/]+");
        assertThat(new String(Base64.getDecoder().decode(sealed.substring(4)), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(text);
        assertThat(ring.open(PLACE, sealed)).isEqualTo(text);
    }

    @Test
    void the_same_words_never_look_the_same() {
        Keyring ring = ring("old:" + A);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) seen.add(ring.seal(PLACE, "sourdough"));
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void where_there_are_no_words_there_is_nothing_to_seal() {
        assertThat(ring("old:" + A).seal(PLACE, "")).isEmpty();
        assertThat(ring("old:" + A).open(PLACE, "")).isEmpty();
    }

    @Test
    void the_first_key_writes_and_each_reads() {
        Keyring before = ring("old:" + A);
        Keyring after = ring("new:%s,old:%s".formatted(B, A));
        String old = before.seal(PLACE, "sourdough");
        assertThat(after.open(PLACE, old)).isEqualTo("sourdough");
        assertThat(after.seal(PLACE, "sourdough")).startsWith("new:");
    }

    @Test
    void it_opens_in_its_own_place_only() {
        Keyring ring = ring("old:" + A);
        String sealed = ring.seal(PLACE, "sourdough");
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> ring.open("introduction.topic", sealed))
                .withMessageContaining(
                        "A text in introduction.topic can't be read: it was changed, or sealed by another");
    }

    @Test
    void a_text_that_was_changed_by_one_bit_anywhere_does_not_open() {
        Keyring ring = ring("old:" + A);
        byte[] sealed = Base64.getDecoder().decode(ring.seal(PLACE, "sourdough").substring(4));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(
                            () -> ring.open(PLACE, "old:" + Base64.getEncoder().encodeToString(changed)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "old:, it was changed",
        "old:AAAA, it was changed",
        "old:not base64!, it was changed",
        "newer:AAAA, TUMMLER_KEYS has no key newer",
        "plain:sourdough, TUMMLER_KEYS has no key plain",
        "sourdough, it bears no key's id",
        "Some words: and more, it bears no key's id"
    })
    void what_was_not_sealed_does_not_open(String stored, String why) {
        Keyring ring = ring("old:" + A);
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> ring.open(PLACE, stored))
                .withMessageContaining(why)
                .withMessageNotContaining("sourdough")
                .withMessageNotContaining("Some words");
    }

    @ParameterizedTest
    @CsvSource({
        "'', there is no key in it. Make one by: openssl rand -base64 32",
        "' , ', there is no key in it",
        "KEY, 'key 1 has no id. Write id:key, where the id is yours to choose'",
        "old:SHORT, 'the key old has 31 bytes, and must have 32. Make one by: openssl rand -base64 32'",
        "old:, 'the key old has 0 bytes'",
        "'new:KEY,old:%!', the key old is not base64",
        "'old:KEY old:KEY', there are two keys with the id old",
        "plain:KEY, key 1 has no id",
        "sandbox:KEY, key 1 has no id",
        "Old Key:KEY, key 1 has no id",
        "mine:SW52ZW50ZWQgcGVvcGxlIGhhdmUgbm8gc2VjcmV0cy4=, 'the key mine is the sandbox''s, which everybody knows'"
    })
    void keys_that_make_no_sense_are_refused_in_one_line_that_repeats_none(String written, String why) {
        String shortKey = Base64.getEncoder().encodeToString(new byte[31]);
        String keys = written.replace("KEY", A).replace("SHORT", shortKey);
        assertThatExceptionOfType(BadKeys.class)
                .isThrownBy(() -> ring(keys))
                .withMessageStartingWith("TUMMLER_KEYS: ")
                .withMessageContaining(why)
                .satisfies(bad -> assertThat(bad.getMessage()).hasLineCount(1).doesNotContain(A, shortKey));
    }

    @Test
    void keys_may_come_from_a_file_one_a_line() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "new:%s\nold:%s\n".formatted(B, A));
        Keyring ring = KeySetting.read(Optional.empty(), Optional.of(file), false);
        assertThat(ring.open(PLACE, ring("old:" + A).seal(PLACE, "sourdough"))).isEqualTo("sourdough");
        assertThat(ring.first()).isEqualTo("new");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path file = folder.resolve("keys");
        assertThatExceptionOfType(BadKeys.class)
                .isThrownBy(() -> KeySetting.read(Optional.empty(), Optional.of(file), false))
                .withMessage(
                        "TUMMLER_KEYS_FILE: the file %s can't be read (NoSuchFileException). "
                                + "Put id:key into it, and let this user read it",
                        file);
    }

    @Test
    void two_settings_are_one_too_many() {
        assertThatExceptionOfType(BadKeys.class)
                .isThrownBy(() -> KeySetting.read(Optional.of("old:" + A), Optional.of(folder), true))
                .withMessageContaining("Both TUMMLER_KEYS and TUMMLER_KEYS_FILE are set");
    }

    @Test
    void only_among_invented_people_there_need_be_no_key() {
        assertThat(KeySetting.read(Optional.empty(), Optional.empty(), true).first())
                .isEqualTo("sandbox");
        assertThatExceptionOfType(BadKeys.class)
                .isThrownBy(() -> KeySetting.read(Optional.empty(), Optional.empty(), false))
                .withMessageContainingAll("There is no key", "openssl rand -base64 32", "TUMMLER_KEYS", "docs/keys.md");
    }
}
