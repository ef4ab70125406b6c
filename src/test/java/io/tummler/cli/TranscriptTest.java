package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.api.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private static final String GOOD =
            "{\"id\":\"1\",\"ts\":\"2025-01-06T09:00:00Z\",\"channel\":\"bread\",\"author\":\"ada\",\"text\":\"hi\"}";

    @TempDir
    Path folder;

    @Test
    void a_json_line_tells_who_said_what_where_and_when() throws Exception {
        assertThat(entries(resource("baking.jsonl")))
                .contains(
                        new Line(
                                "m4",
                                Instant.parse("2025-01-06T10:40:00Z"),
                                "bread",
                                "bread",
                                "bread",
                                person("bob"),
                                "thanks, that was it",
                                List.of(person("ada")),
                                Optional.of("m3"),
                                Optional.empty(),
                                false),
                        new Line(
                                "m6",
                                Instant.parse("2025-01-14T17:00:00Z"),
                                "ovens",
                                "ovens",
                                "steam",
                                person("cem"),
                                "Does anyone bake with steam?",
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                false));
    }

    @Test
    void a_json_line_may_tell_roles_by_their_names() throws Exception {
        assertThat(entries(write(
                        "roles.jsonl",
                        GOOD.replace("}", ",\"roles\":[\"Bakers\"]}").getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Line.class, line -> assertThat(line.roles()).contains(Set.of(new Role("Bakers", "Bakers"))));
    }

    @Test
    void an_export_tells_who_said_what_where_and_when() throws Exception {
        var cem = new Line.Person("900000000000000201", "Cem, the baker");
        var ada = new Line.Person("900000000000000202", "ada");
        List<Transcript.Entry> entries = entries(resource("export.json"));
        assertThat(entries).hasSize(7);
        assertThat(entries.get(0))
                .isEqualTo(new Line(
                        "900000000000000101",
                        Instant.parse("2025-01-14T17:00:00.123Z"),
                        "ovens",
                        "900000000000000002",
                        "900000000000000020",
                        cem,
                        "Does anyone bake with steam?\nIt is a gas oven. \uD83C\uDF5E",
                        List.of(),
                        Optional.empty(),
                        Optional.of(Set.of(new Role("900000000000000301", "Bakers"))),
                        false));
        assertThat(entries.get(1))
                .isEqualTo(new Line(
                        "900000000000000102",
                        Instant.parse("2025-01-14T18:00:00Z"),
                        "ovens",
                        "900000000000000002",
                        "900000000000000020",
                        ada,
                        "@Cem, the baker a tray of water below",
                        List.of(cem),
                        Optional.of("900000000000000101"),
                        Optional.empty(),
                        false));
    }

    @Test
    void what_bots_and_the_platform_say_in_an_export_is_marked() throws Exception {
        List<Transcript.Entry> entries = entries(resource("export.json"));
        assertThat(List.of(entries.get(2), entries.get(3)))
                .allSatisfy(entry -> assertThat(entry)
                        .isInstanceOfSatisfying(
                                Line.class, line -> assertThat(line.automatic()).isTrue()));
    }

    @Test
    void a_broken_message_of_an_export_is_told_with_its_place_and_the_rest_is_read() throws Exception {
        List<Transcript.Entry> entries = entries(resource("export.json"));
        assertThat(entries.subList(4, 6))
                .containsExactly(
                        new Transcript.Broken("line 65, column 5", "timestamp must be a string"),
                        new Transcript.Broken("line 66, column 5", "is not a message"));
    }

    @Test
    void a_forwarded_message_answers_nobody() throws Exception {
        assertThat(entries(resource("export.json")).getLast())
                .isInstanceOfSatisfying(
                        Line.class, line -> assertThat(line.replyTo()).isEmpty());
    }

    @Test
    void an_export_that_is_cut_off_gives_what_stands_before_and_the_place() throws Exception {
        byte[] whole = Files.readAllBytes(resource("export.json"));
        Path cut = write("cut.json", Arrays.copyOf(whole, whole.length / 2));
        List<Transcript.Entry> entries = entries(cut);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(1)).isInstanceOfSatisfying(Transcript.Broken.class, broken -> {
            assertThat(broken.where()).matches("line \\d+, column \\d+");
            assertThat(broken.what()).isEqualTo("is not valid JSON; the rest can't be read");
        });
    }

    @Test
    void an_export_without_messages_says_so() throws Exception {
        Path bare = write("bare.json", "{\"guild\":{\"id\":\"1\"},\"channel\":{\"id\":\"2\",\"name\":\"x\"}}");
        assertThat(entries(bare))
                .singleElement()
                .isInstanceOfSatisfying(
                        Transcript.Broken.class,
                        broken -> assertThat(broken.what()).isEqualTo("there is no list of messages"));
    }

    @Test
    void each_broken_line_is_told_by_its_number_and_the_rest_is_read() throws Exception {
        var out = new ByteArrayOutputStream();
        for (String line : List.of(
                "not json",
                "[1]",
                "{\"id\":\"1\"",
                GOOD.replace("\"id\":\"1\"", "\"id\":1"),
                GOOD.replace("\"text\"", "\"body\""),
                GOOD.replace("ada", " "),
                GOOD.replace("2025-01-06T09:00:00Z", "6 January"),
                GOOD.replace("2025", "2026"),
                GOOD.replace("}", ",\"bot\":\"yes\"}"),
                GOOD.replace("}", ",\"mentions\":\"bob\"}"),
                GOOD.replace("}", ",\"mentions\":[7]}"),
                GOOD + " " + GOOD)) out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[] {'{', '"', (byte) 0xC3, '(', '"', '}', '\n'});
        out.writeBytes(("{\"id\":\"" + "x".repeat(Transcript.LENGTH_MAX) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes((GOOD + "\r\n").getBytes(StandardCharsets.UTF_8));

        List<Transcript.Entry> entries = entries(write("broken.jsonl", out.toByteArray()));
        assertThat(entries.subList(0, entries.size() - 1))
                .containsExactly(
                        new Transcript.Broken("line 1", "is not valid JSON from column 1 on"),
                        new Transcript.Broken("line 2", "is not a JSON object"),
                        new Transcript.Broken("line 3", "ends in the middle of its JSON"),
                        new Transcript.Broken("line 4", "id must be a string"),
                        new Transcript.Broken("line 5", "text is missing"),
                        new Transcript.Broken("line 6", "author is empty"),
                        new Transcript.Broken("line 7", "ts must be a time such as 2026-01-31T12:00:00Z"),
                        new Transcript.Broken("line 8", "ts lies in the future"),
                        new Transcript.Broken("line 9", "bot must be true or false"),
                        new Transcript.Broken("line 10", "mentions must be a list"),
                        new Transcript.Broken("line 11", "mentions must be strings"),
                        new Transcript.Broken("line 12", "is not valid JSON from column 85 on"),
                        new Transcript.Broken("line 13", "is not valid UTF-8"),
                        new Transcript.Broken("line 14", "is longer than 1048576 bytes"));
        assertThat(entries.getLast()).isInstanceOf(Line.class);
    }

    @Test
    void gzip_is_told_by_its_first_bytes_whatever_the_name() throws Exception {
        assertThat(entries(write("packed.jsonl", gzip(Files.readAllBytes(resource("baking.jsonl"))))))
                .isEqualTo(entries(resource("baking.jsonl")));
        assertThat(entries(write("packed.json", gzip(Files.readAllBytes(resource("export.json"))))))
                .isEqualTo(entries(resource("export.json")));
    }

    @Test
    void gzip_that_is_cut_off_gives_what_stands_before() throws Exception {
        // Random ids do not pack well, so that the first half of the file holds whole lines.
        var lines = new StringBuilder();
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++)
            lines.append(GOOD.replace("\"1\"", "\"" + random.nextLong() + "\"")).append('\n');
        byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        List<Transcript.Entry> entries = entries(write("cut.gz", Arrays.copyOf(whole, whole.length / 2)));
        assertThat(entries).hasSizeBetween(1_000, 4_000);
        assertThat(entries.getLast())
                .isInstanceOfSatisfying(
                        Transcript.Broken.class,
                        broken -> assertThat(broken.what())
                                .isEqualTo("the gzip data is damaged or cut off from here on"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_line() throws Exception {
        assertThat(entries(write("marked.jsonl", "\uFEFF" + GOOD)))
                .singleElement()
                .isInstanceOf(Line.class);
    }

    @Test
    void a_file_that_is_no_transcript_is_refused_in_one_line() throws Exception {
        assertRefused(folder.resolve("missing"), " does not exist.");
        assertRefused(folder, " is a directory; name one file of it.");
        assertRefused(write("empty", new byte[0]), " is empty.");
        assertRefused(write("empty.gz", gzip(new byte[0])), " is empty.");
        assertRefused(write("half.gz", new byte[] {0x1f, (byte) 0x8b}), " begins like gzip, but can't be unpacked.");
        String neither =
                " is neither JSON lines (one message a line) nor JSON of DiscordChatExporter, plain or gzipped.";
        assertRefused(write("chat.txt", "[09:00] ada: hi\n[09:01] bob: hi\n"), neither);
        assertRefused(write("blank", "\n \n"), neither);
        assertRefused(write("zip", new byte[] {'P', 'K', 3, 4, 0, 0}), neither);
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> Transcript.open(file, NOW))
                .isInstanceOf(Transcript.Unusable.class)
                .hasMessage(file + why);
    }

    private static Line.Person person(String name) {
        return new Line.Person(name, name);
    }

    static List<Transcript.Entry> entries(Path file) throws IOException, Transcript.Unusable {
        List<Transcript.Entry> entries = new ArrayList<>();
        try (Transcript transcript = Transcript.open(file, NOW)) {
            for (var entry = transcript.next(); entry.isPresent(); entry = transcript.next()) entries.add(entry.get());
            assertThat(transcript.next()).isEmpty();
        }
        return entries;
    }

    static Path resource(String name) throws URISyntaxException {
        return Path.of(TranscriptTest.class.getResource(name).toURI());
    }

    private Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
