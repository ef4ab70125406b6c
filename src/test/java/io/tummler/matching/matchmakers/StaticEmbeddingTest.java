package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticEmbeddingTest {
    private static final StaticEmbedding EMBEDDING = new StaticEmbedding();
    private static final int SUM = 32;

    /** The profile {@code distil} makes the same bytes anew. */
    @Test
    void the_table_that_ships_is_the_one_that_was_made() throws Exception {
        byte[] table = table();
        assertThat(sha256(table)).isEqualTo("43f9674e3e36eca920412b8f0b42efcb6233a465c4dffd76e4158c782c43d49a");
        byte[] end = Arrays.copyOfRange(table, table.length - SUM, table.length);
        assertThat(sha256(Arrays.copyOf(table, table.length - SUM)))
                .isEqualTo(HexFormat.of().formatHex(end));
    }

    @Test
    void a_vector_has_length_1_and_is_as_long_as_said() {
        float[] vector = vector("I teach people to bake bread at home");
        assertThat(vector).hasSize(EMBEDDING.dimensions()).hasSize(128);
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void the_same_text_gives_the_same_vector_whoever_asks_and_when() {
        float[] expected = vector("my chain slips on the way to work");
        var fresh = new StaticEmbedding();
        List<float[]> vectors = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> fresh.embed("my chain slips on the way to work").orElseThrow())
                .toList();
        assertThat(vectors).allSatisfy(vector -> assertThat(vector).containsExactly(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "bread, loaf, bicycle",
        "bike, cycling, sourdough",
        "guitar, chords, plumbing",
        "tap, faucet, violin",
        "knitting, sweater, tax",
        "puppy, dog, spreadsheet",
        "my sourdough never rises, I teach bread baking, I repair bicycles",
        "the landlord wants to throw us out, I advise tenants on their rights, I tune pianos",
        "need someone to hold my rope, Climbing partner and coach, Tax returns for freelancers"
    })
    void what_means_the_like_is_nearer_than_what_does_not(String text, String near, String far) {
        assertThat(cosine(vector(text), vector(near))).isGreaterThan(cosine(vector(text), vector(far)) + .15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I fix bikes",
                "tax return",
                "piano",
                "Yoga",
                "bread",
                "baking",
                "knitted",
                "no hot water since yesterday",
                "learn to swim",
                "Anyone up for VLOOKUP and pivot tables?",
                "who can help me with my café's coffee machine",
                "B1 exam in English"
            })
    void english_is_read_also_a_single_word(String text) {
        assertThat(EMBEDDING.embed(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich zeige, wie man zu Hause Brot backt",
                "mein Teig geht nie auf",
                "Gitarrenlehrer gesucht",
                "Fahrradreparatur",
                "wer hat die Hand in der Band",
                "Enseño a hacer pan en casa",
                "se sale la cadena de mi bici",
                "Clases de guitarra",
                "fontanero",
                "mi hijo quiere un piano",
                "Je cherche quelqu'un pour réparer mon vélo",
                "Cerco qualcuno che mi insegni la chitarra",
                "Procuro alguém para consertar a minha bicicleta",
                "Ik zoek iemand die mijn fiets kan maken",
                "Jag söker någon som kan laga min cykel",
                "Szukam kogoś, kto naprawi mój rower",
                "Bisikletimi tamir edecek birini arıyorum",
                "自転車の修理",
                "Ремонт велосипедов",
                "साइकिल मरम्मत",
                "إصلاح الدراجات"
            })
    void another_language_is_not_read(String text) {
        assertThat(EMBEDDING.embed(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "🚲", "...", "asdf jklö qwertz", "the xqzvt of brrklwmp zzyxqj", "xkcdqj", "ﷺ"})
    void what_nobody_could_read_is_not_read(String text) {
        assertThat(EMBEDDING.embed(text)).isEmpty();
    }

    private static float[] vector(String text) {
        return EMBEDDING.embed(text).orElseThrow();
    }

    private static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(j -> one[j] * other[j])
                .sum();
    }

    private static byte[] table() throws IOException {
        try (InputStream in = StaticEmbedding.class.getResourceAsStream(StaticEmbedding.TABLE)) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
