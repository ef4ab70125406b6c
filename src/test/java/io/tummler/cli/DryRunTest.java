package io.tummler.cli;

import static io.tummler.cli.TranscriptTest.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.Audience;
import io.tummler.api.CommunityRef;
import io.tummler.config.BadConfig;
import io.tummler.config.Trial;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two configurations compared by the engines that ship. */
@QuarkusTest
@TestProfile(DryRunTest.Commanded.class)
class DryRunTest {
    private static final String GUILD = "434814355878182913";
    private static int runs;

    @Inject
    ReplayCommand command;

    @Inject
    Trial trial;

    @TempDir
    Path against;

    @TempDir
    Path config;

    /** The beans as a command has them, on a database of its own. */
    public static class Commanded implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return Commands.PROFILE;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:dry;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yard.jsonl", "baking.jsonl", "export.json"})
    void the_same_settings_twice_change_nothing(String transcript) throws Exception {
        ship(against);
        ship(config);
        Comparison comparison = compare(transcript);
        assertThat(comparison.isSame()).isTrue();
        assertThat(ComparisonText.of(comparison)).contains("Nothing: this conversation shows no difference.\n");
    }

    @Test
    void there_is_enough_in_the_transcript_to_show_a_difference() throws Exception {
        ship(config);
        Report report = replay("yard.jsonl", config);
        assertThat(report.introductions().suggested()).isEqualTo(2);
        // One for being thanked, one for thanking.
        assertThat(report.credit().transfers()).isEqualTo(2);
        assertThat(report.standings().scores()).isNotEmpty();
        assertThat(report.needs().count()).isEqualTo(2);
        assertThat(report.offers().count()).isEqualTo(3);
    }

    @Test
    void a_run_begins_with_nothing_of_the_one_before_it() throws Exception {
        ship(config);
        Report first = replay("yard.jsonl", config);
        Report second = replay("yard.jsonl", config);
        assertThat(second).usingRecursiveComparison().ignoringFields("cost").isEqualTo(first);
    }

    @Test
    void a_higher_minimum_score_loses_introductions_and_gains_none() throws Exception {
        write(against, "matching.yaml", "minimum-score: 0.2");
        write(config, "matching.yaml", "minimum-score: 0.9");
        Comparison comparison = compare("yard.jsonl");
        assertThat(comparison.introductions().lost().examples())
                .extracting(Report.Suggestion::asker)
                .containsExactly("dana");
        assertThat(comparison.introductions().gained().count()).isZero();
        assertThat(comparison.needs().lost().count()).isZero();
    }

    @Test
    void listening_switched_off_loses_all() throws Exception {
        write(config, "listening.yaml", "enabled: false");
        Comparison comparison = compare("yard.jsonl");
        assertThat(comparison.introductions().lost().count()).isEqualTo(2);
        assertThat(comparison.needs().lost().count()).isEqualTo(2);
        assertThat(comparison.offers().lost().count()).isEqualTo(3);
        assertThat(comparison.figures()).extracting(Comparison.Figure::config).containsOnly(0L);
    }

    @Test
    void a_bot_that_is_off_hears_nothing_and_the_report_says_so() throws Exception {
        write(config, "community.yaml", "mode: off");
        Comparison comparison = compare("yard.jsonl");
        assertThat(comparison.figures()).extracting(Comparison.Figure::config).containsOnly(0L);
        assertThat(ComparisonText.of(comparison)).contains("--config: The bot is off under these settings (mode: off)");
    }

    @Test
    void what_a_thanks_earns_changes_credit_and_nothing_else() throws Exception {
        write(config, "credits.yaml", "thanked: 4");
        assertThat(compare("yard.jsonl").figures())
                .filteredOn(figure -> figure.against() != figure.config())
                .containsExactly(new Comparison.Figure("credit that members hold", 2, 5));
    }

    @Test
    void a_brand_that_is_switched_off_loses_its_task() throws Exception {
        ship(against);
        ship(config);
        Path brand = config.resolve("brands/corner-oven.yaml");
        Files.writeString(brand, Files.readString(brand).replace("enabled: true", "enabled: false"));
        Comparison.Task task = compare("yard.jsonl").tasks().getFirst();
        assertThat(task.against()).contains(new Audience.Size.Few());
        assertThat(task.config()).isEmpty();
    }

    @Test
    void a_lower_minimum_reciprocity_lets_more_members_see_a_task() throws Exception {
        ship(against);
        ship(config);
        Path brand = config.resolve("brands/corner-oven.yaml");
        Files.writeString(brand, Files.readString(brand).replace("minimum-reciprocity: 10", "minimum-reciprocity: 0"));
        Comparison.Task task = compare("yard.jsonl").tasks().getFirst();
        assertThat(task.against()).contains(new Audience.Size.Few());
        assertThat(task.config()).contains(new Audience.Size.Known(7));
    }

    @Test
    void rules_by_role_are_tried_out_where_the_transcript_tells_roles() throws Exception {
        write(config, "matching.yaml", "minors-role: Under 18");
        Comparison comparison = compare("yard.jsonl");
        assertThat(comparison.introductions().lost().examples())
                .extracting(Report.Suggestion::asker)
                .containsExactly("bob");
        assertThat(comparison.config().withoutRoles()).isZero();
    }

    @Test
    void where_it_does_not_tell_them_everybody_is_taken_to_have_none_and_the_report_says_so() throws Exception {
        write(config, "matching.yaml", "minors-role: Under 18");
        Path bare = Files.writeString(
                against.resolveSibling("bare-" + runs + ".jsonl"),
                Files.readString(resource("yard.jsonl")).replaceAll(", \"roles\": \\[.*?]", ""));
        Comparison comparison = Comparison.of(replay(bare, against), replay(bare, config));
        Files.delete(bare);
        assertThat(comparison.introductions().lost().count()).isZero();
        assertThat(ComparisonText.of(comparison))
                .contains(
                        "--config: The rules by role are not tried out in full: the transcript does not tell the roles of 7"
                                + " of its members")
                .doesNotContain("--against: The rules");
    }

    @Test
    void the_files_of_one_community_hold_where_it_is_named() throws Exception {
        write(config, "listening.yaml", "enabled: true");
        write(config, "communities/yard/community.yaml", "guild: \"1" + GUILD + "\"");
        write(config, "communities/yard/listening.yaml", "enabled: false");
        assertThat(replay("yard.jsonl", config).needs().count()).isEqualTo(2);
        assertThat(replay(resource("yard.jsonl"), config, Optional.of("1" + GUILD))
                        .needs()
                        .count())
                .isZero();
        assertThat(replay(resource("yard.jsonl"), config, Optional.of("2" + GUILD))
                        .needs()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void a_mistake_matters_where_its_file_would_hold() throws Exception {
        write(config, "communities/yard/community.yaml", "guild: \"1" + GUILD + "\"");
        write(config, "communities/yard/introductions.yaml", "weekly-cap: 25");
        assertThat(replay("yard.jsonl", config).needs().count()).isEqualTo(2);
        assertThatThrownBy(() -> replay(resource("yard.jsonl"), config, Optional.of("1" + GUILD)))
                .isInstanceOf(BadConfig.class)
                .hasMessage(
                        config + "/communities/yard/introductions.yaml:1:13: 'weekly-cap' is '25' - a whole number from"
                                + " 1 to 20");
        write(config, "introductions.yaml", "weekly-cap: 25");
        assertThatThrownBy(() -> replay("yard.jsonl", config)).isInstanceOf(BadConfig.class);
    }

    private Comparison compare(String transcript) throws Exception {
        return Comparison.of(replay(transcript, against), replay(transcript, config));
    }

    private Report replay(String transcript, Path folder) throws Exception {
        return replay(resource(transcript), folder);
    }

    private Report replay(Path transcript, Path folder) throws Exception {
        return replay(transcript, folder, Optional.empty());
    }

    private Report replay(Path transcript, Path folder, Optional<String> guild) throws Exception {
        var community = new CommunityRef(Replay.PLATFORM, "run " + runs++);
        trial.hold(community, folder, guild);
        try (Transcript open = Transcript.open(transcript, Instant.parse("2025-06-01T00:00:00Z"))) {
            Report report = new Replay(command.engines(), command.clock, community)
                    .run("transcript", "settings", open, Progress.NONE, () -> new Report.Cost(Duration.ZERO, 0));
            assertThat(report.failures().examples()).isEmpty();
            return report;
        }
    }

    private static void write(Path folder, String file, String yaml) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, yaml + "\n");
    }

    private static void ship(Path folder) throws IOException {
        Path shipped = Path.of("bot-config");
        try (var files = Files.walk(shipped)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList())
                write(folder, shipped.relativize(file).toString(), Files.readString(file));
        }
    }
}
