package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.store.Keyring;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/export.schema.json describes all that a member can take along. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class ExportSchemaTest {
    private static final Path SCHEMA = Path.of("docs/export.schema.json");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    TestClock clock;

    @Inject
    Members members;

    @Inject
    ObjectMapper json;

    @Inject
    Keyring keyring;

    @Inject
    AgroalDataSource database;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members() {
        town = platform.town();
        ada = town.person("ada");
        ben = town.person("ben").joins("introductions", "direct messages");
    }

    private static List<Error> speaksAgainst(String export) throws IOException {
        Schema schema = REGISTRY.getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(
                export,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private void insert(String row, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into " + row)) {
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.executeUpdate();
        }
    }

    private void ada_does_everything_that_leaves_a_trace() throws SQLException {
        ada.joins("listening", "introductions", "direct messages", "tasks");
        ada.presses(ada.runs("join", Map.of()), "Stop tasks");
        ada.runs("profile", Map.of("trade", "luthier", "territory", "Cremona", "time-zone", "Europe/Rome"));
        // Not now, and not in three days at this hour.
        int hour = clock.instant().atZone(ZoneId.of("Europe/Rome")).getHour();
        ada.runs("profile", Map.of("quiet-from", (hour + 6) % 24, "quiet-until", (hour + 12) % 24));
        ada.runs("offer", Map.of("what", "strings for a viola"));
        ben.runs("offer", Map.of("what", "repairing a theremin"));
        ada.presses(ada.runs("ask", Map.of("what", "my theremin needs repairing")), "Ask");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        clock.forward(Duration.ofDays(3));
        intake.tick();
        ada.presses(ada.hears("How did it go"), "It helped me");
        ada.runs(
                "introduce",
                Map.of(
                        "one",
                        town.person("eve").joins("introductions"),
                        "other",
                        town.person("cem").joins("introductions"),
                        "about",
                        "a string quartet"));
        ada.runs("profile", Map.of("language", "en"));
        ada.runs("exclude", Map.of("person", town.person("dan")));
        ada.runs("pause", Map.of("at-most", "1"));
        ada.runs("offer", Map.of("what", "rosin"));
        ada.presses(ada.runs("join", Map.of()), "Stop direct messages");
        ada.says("general", "Does anyone know how to grow tomato seedlings?");
        ben.runs("thanks", Map.of("member", ada, "for", "the varnish"));
        ada.runs("contest", Map.of("what", "I tuned two violas"));
        Person moderator = town.person("mod").moderates();
        moderator.runs("tummler answer", Map.of("who", ada, "what", "It was one."));
        moderator.runs("tummler alternate", Map.of("one", ada, "other", town.person("eve")));
        ada.moderates();
        CommunityId community = members.community(town.ref);
        MemberId member = members.find(community, ada.ref).orElseThrow();
        insert(
                "task_done values (?, ?, 'corner-oven', 'spelt-trial', current_timestamp)",
                member.value(),
                member.value());
        insert(
                "seen_roles values (?, ?, ?, current_timestamp)",
                member.value(),
                community.value(),
                keyring.seal("seen_roles.roles", "+Supplier\n-Press"));
    }

    @Test
    void a_full_export_has_nothing_that_is_not_described() throws Exception {
        ada_does_everything_that_leaves_a_trace();
        await().until(() -> isThere("/notes") && isThere("/proposals"));
        String export = Exports.of(ada);

        assertThat(speaksAgainst(export)).isEmpty();
        JsonNode tree = json.readTree(export);
        for (Map.Entry<String, JsonNode> part : tree.properties())
            if (!part.getKey().equals("listening"))
                assertThat(part.getValue())
                        .as("what there is of " + part.getKey())
                        .isNotEmpty();
        assertThat(tree.at("/introductions")).hasSize(2);
        assertThat(tree.at("/membership/0/consentLog")).hasSize(6);
        ((ObjectNode) tree.at("/membership/0")).put("nickname", "ada");
        assertThat(speaksAgainst(tree.toString())).as("what is not described").isNotEmpty();
    }

    private boolean isThere(String part) throws IOException {
        return !json.readTree(Exports.of(ada)).at(part).isEmpty();
    }

    @Test
    void so_has_that_of_somebody_about_whom_there_is_next_to_nothing() throws Exception {
        assertThat(speaksAgainst(Exports.of(town.person("newcomer")))).isEmpty();
    }

    @Test
    void the_schema_is_one() throws IOException {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(meta.validate(Files.readString(SCHEMA), InputFormat.JSON)).isEmpty();
    }
}
