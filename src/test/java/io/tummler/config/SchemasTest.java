package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors are told of a file is what the bot does with it. */
class SchemasTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Sections.Entry SAMPLE = new Sections.Entry("sample", false, Shapes.of(Sample.class));
    private static final Schema OF_THE_SAMPLE = schema(SAMPLE);

    private static Schema schema(Sections.Entry section) {
        return REGISTRY.getSchema(Schemas.of(section), InputFormat.JSON);
    }

    private static boolean takes(Schema schema, String yaml) {
        return schema.validate(
                        CoreYaml.json(yaml).toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    @Test
    void the_schema_of_schemas_accepts_each() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        for (Sections.Entry section : ShippedSections.ALL.all())
            assertThat(meta.validate(Schemas.of(section), InputFormat.JSON))
                    .as(section.name())
                    .isEmpty();
        assertThat(meta.validate(Schemas.of(SAMPLE), InputFormat.JSON)).isEmpty();
        assertThat(meta.validate(Schemas.of(SAMPLE).replace("\"object\"", "\"thing\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void what_ships_is_valid_and_an_unknown_key_in_it_is_not() throws IOException {
        for (Sections.Entry section : ShippedSections.ALL.all()) {
            for (Path file : GeneratedFilesTest.shipped(section)) {
                String text = Files.readString(file);
                assertThat(takes(schema(section), text)).as(file.toString()).isTrue();
                assertThat(takes(schema(section), text + "\nnmae: x\n"))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "matching, minimum-score: 1.1",
        "introductions, weekly-cap: 0",
        "introductions, answer-within: 3 moons",
        "listening, channels: help",
        "listening, enabled: maybe",
        "listening, thanks:",
        "credits, helped: 1.5",
        "brands, 'name: a\nabout: b\n'",
        "brands, 'name: a\nabout: b\ntasks: [{key: a}]'",
        "brands, 'name: This name is longer than thirty letters\nabout: b\ntasks: []'"
    })
    void a_mistake_is_seen_in_the_editor(String section, String yaml) {
        Sections.Entry entry = ShippedSections.ALL.all().stream()
                .filter(it -> it.name().equals(section))
                .findFirst()
                .orElseThrow();
        assertThat(takes(schema(entry), yaml)).isFalse();
    }

    /** Also what stands for an environment variable, and what is quoted or not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled: false",
                "enabled: \"false\"",
                "enabled: \"{env:ON}\"",
                "weekly-cap: 20",
                "weekly-cap: \"20\"",
                "weekly-cap: \"{env:CAP_2}\"",
                "confidence: 0.5",
                "confidence: \"0.5\"",
                "confidence: \"{env:SURE}\"",
                "tone: brisk",
                "tone: \"{env:TONE}\"",
                "answer-within: 90 MINUTES",
                "answer-within: \"{env:A}\"",
                "channels: [help, no, 2]",
                "steps: [{key: a, credit: 2}]",
                "until: 2026-12-31",
                "until: \"{env:UNTIL}\""
            })
    void what_the_bot_takes_is_valid(String yaml) {
        assertThat(takes(OF_THE_SAMPLE, "name: no\n" + yaml)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled: Yes",
                "weekly-cap: 21",
                "weekly-cap: two",
                "weekly-cap: \"{env:lower}\"",
                "confidence: \"0,7\"",
                "tone: plain-wram",
                "answer-within: 3",
                "answer-within: -PT1H",
                "channels: help",
                "channels: [[help]]",
                "steps: [{credit: 2}]",
                "first: {key: a, kay: b}",
                "until: tomorrow",
                "until: 2026-02-30",
                "name:"
            })
    void what_the_bot_refuses_is_not(String yaml) {
        assertThat(takes(OF_THE_SAMPLE, (yaml.equals("name:") ? "" : "name: a\n") + yaml))
                .isFalse();
    }

    @Test
    void what_a_key_means_and_is_without_the_file_is_told() {
        JsonNode properties = CoreYaml.json(Schemas.of(SAMPLE)).get("properties");
        assertThat(properties.at("/weekly-cap/description").asText()).isEqualTo("How often a week.");
        assertThat(properties.at("/weekly-cap/default").asInt()).isEqualTo(2);
        assertThat(properties.at("/answer-within/default").asText()).isEqualTo("3 days");
        assertThat(properties.at("/channels/default")).isEmpty();
        assertThat(properties.at("/first/default/key").asText()).isEqualTo("hello");
        assertThat(properties.get("name").has("default")).isFalse();
        assertThat(properties.get("until").has("default")).isFalse();
    }

    @Property(seed = "1", tries = 1500)
    void a_duration_is_valid_exactly_if_the_bot_takes_it(@ForAll("durations") String text) {
        String json = "{\"name\": \"a\", \"answer-within\": \"" + text.replace("\t", "\\t") + "\"}";
        assertThat(OF_THE_SAMPLE.validate(json, InputFormat.JSON).isEmpty())
                .as(text)
                .isEqualTo(Durations.read(text).isPresent());
    }

    @Provide
    Arbitrary<String> durations() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                                "3",
                                "12",
                                "999999",
                                "1000000",
                                "-",
                                " ",
                                "  ",
                                "\t",
                                "\u00a0",
                                "s",
                                "second",
                                "Minutes",
                                "min",
                                "h",
                                "HOURS",
                                "day",
                                "weeK",
                                "wee\u212a",
                                "weeks",
                                "m",
                                "months",
                                "")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(pieces -> String.join("", pieces)),
                Arbitraries.of("P", "p", "T", "t", "1D", "2h", "30M", "1S", "1.5S", "1,5S", "-1H", "+", "W", "1")
                        .list()
                        .ofMaxSize(5)
                        .map(pieces -> "P" + String.join("", pieces)));
    }
}
