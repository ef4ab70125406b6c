package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.config.MutableSettings;
import io.tummler.matching.Rules;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks in towns where members do whatever comes to their minds: who is asked about whom keeps every rule, always. */
@QuarkusTest
@TestProfile(RulesProfile.class)
class RandomTownTest {
    private static final int PEOPLE = 9;
    private static final int STEPS = 45;
    private static final int WEEKLY_CAP = 2;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration COOL_DOWN = Duration.ofDays(30);
    private static final String MINOR = "Under 18";
    private static final List<String> TOPICS = List.of(
            "baking sourdough bread",
            "repairing bicycles",
            "piano lessons",
            "pruning fruit trees",
            "knitting sweaters");
    private static final List<String> TRADES = List.of("baker", "florist");
    private static final Set<String> ANSWERS = Set.of("Yes", "Not this", "Open");

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

    @Inject
    TestClock clock;

    @Inject
    MutableSettings settings;

    @Inject
    Members members;

    @Inject
    AgroalDataSource source;

    /** Somebody was asked about somebody. */
    private record Asked(String asker, String helper, Instant at) {
        boolean isOf(Set<String> pair) {
            return pair.contains(asker) && pair.contains(helper);
        }

        Set<String> pair() {
            return Set.of(asker, helper);
        }
    }

    @AfterEach
    void defaults() {
        settings.hold();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobody_is_asked_too_often_or_about_somebody_whom_a_rule_a_wish_or_a_no_keeps_away(long seed) {
        new Life(seed).goesOn();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void the_same_life_leads_to_the_same_introductions(long seed) {
        assertThat(new Life(seed).goesOn()).isEqualTo(new Life(seed).goesOn()).isNotEmpty();
    }

    private final class Life {
        private final SplittableRandom chance;
        private final Town town;
        private final Instant beginning;
        private final List<Person> people = new ArrayList<>();
        private final Map<UUID, String> names = new HashMap<>();
        private final Map<String, String> trades = new HashMap<>();
        private final Set<String> minors;
        private final Map<Set<String>, Instant> apart = new HashMap<>();

        Life(long seed) {
            settings.hold(Rules.minors(MINOR));
            chance = new SplittableRandom(seed);
            clock.forward(Duration.between(
                    clock.instant(),
                    clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)));
            beginning = clock.instant();
            town = platform.town();
            minors = Set.of("p0", "p1", "p2");
            for (int i = 0; i < PEOPLE; i++) people.add(settles("p" + i));
        }

        private Person settles(String name) {
            Person person = town.person(name);
            person.bears(minors.contains(name) ? MINOR : "Regular").joins("introductions", "direct messages");
            if (chance.nextInt(3) == 0) {
                String trade = TRADES.get(chance.nextInt(TRADES.size()));
                person.runs("profile", Map.of("trade", trade, "territory", "Leipzig"));
                trades.put(name, trade);
            }
            names.put(idOf(person), name);
            return person;
        }

        private UUID idOf(Person person) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> members.find(members.community(town.ref), person.ref))
                    .map(MemberId::value)
                    .orElseThrow();
        }

        /** Who was asked about whom, and how long after the beginning. */
        List<String> goesOn() {
            for (int step = 0; step < STEPS; step++) {
                Person person = people.get(chance.nextInt(PEOPLE));
                switch (chance.nextInt(10)) {
                    case 0, 1 -> person.runs("offer", Map.of("what", topic()));
                    case 2, 3, 4 -> asks(person);
                    case 5, 6 -> answers(person);
                    case 7 -> excludes(person, people.get(chance.nextInt(PEOPLE)));
                    default -> passes(Duration.ofHours(6 + chance.nextInt(60)));
                }
                assertThatAllRulesAreKept();
            }
            passes(Duration.ofDays(4));
            return assertThatAllRulesAreKept().stream()
                    .map(it -> it.asker + " " + it.helper + " "
                            + Duration.between(beginning, it.at).toHours())
                    .toList();
        }

        private String topic() {
            return TOPICS.get(chance.nextInt(TOPICS.size()));
        }

        private void asks(Person person) {
            Text said = person.runs("ask", Map.of("what", "somebody for " + topic()));
            if (said.buttons().stream().anyMatch(button -> button.label().contains("Ask"))) person.presses(said, "Ask");
        }

        /** Whatever was asked last, with yes or no. */
        private void answers(Person person) {
            for (Text text : person.direct().reversed()) {
                List<String> answers = text.buttons().stream()
                        .map(button -> button.label())
                        .filter(label -> ANSWERS.stream().anyMatch(label::startsWith))
                        .toList();
                if (answers.isEmpty()) continue;
                person.presses(text, answers.get(chance.nextInt(answers.size())));
                return;
            }
        }

        private void excludes(Person person, Person other) {
            if (person == other) return;
            person.runs("exclude", Map.of("person", other));
            apart.putIfAbsent(Set.of(nameOf(person), nameOf(other)), clock.instant());
        }

        private String nameOf(Person person) {
            return "p" + people.indexOf(person);
        }

        private void passes(Duration time) {
            clock.forward(time);
            intake.tick();
            dispatcher.dispatch();
            // What is asked after it is worked off after it, and whatever goes to somebody goes before the answer to
            // them.
            for (Person person : people) person.runs("tasks", Map.of());
        }

        private List<Asked> assertThatAllRulesAreKept() {
            List<Asked> all = asked();
            for (Asked one : all) {
                assertThat(all.stream()
                                .filter(it -> it.helper.equals(one.helper))
                                .filter(it -> !it.at.isAfter(one.at) && it.at.isAfter(one.at.minus(WEEK))))
                        .as("asked of %s in a week", one.helper)
                        .hasSizeLessThanOrEqualTo(WEEKLY_CAP);
                assertThat(minors.contains(one.asker))
                        .as("whether %s are of an age", one)
                        .isEqualTo(minors.contains(one.helper));
                if (trades.containsKey(one.asker))
                    assertThat(trades.get(one.asker)).as("trade in %s", one).isNotEqualTo(trades.get(one.helper));
                apart.forEach((pair, since) -> assertThat(one.isOf(pair) && one.at.isAfter(since))
                        .as("%s after an exclusion at %s", one, since)
                        .isFalse());
                assertThat(all.stream()
                                .filter(it -> it.pair().equals(one.pair()))
                                .filter(it -> !it.at.isAfter(one.at) && it.at.isAfter(one.at.minus(COOL_DOWN))))
                        .as("once about the same two in a month: %s", one)
                        .hasSize(1);
            }
            return all;
        }

        private List<Asked> asked() {
            CommunityId community = QuarkusTransaction.requiringNew().call(() -> members.community(town.ref));
            List<Asked> asked = new ArrayList<>();
            try (Connection connection = source.getConnection();
                    PreparedStatement query = connection.prepareStatement(
                            "select asker, helper, asked_at from introduction where community_id = ? and asked_at is not null"
                                    + " order by asked_at, id")) {
                query.setObject(1, community.value());
                try (ResultSet found = query.executeQuery()) {
                    while (found.next())
                        asked.add(new Asked(
                                names.get(found.getObject(1, UUID.class)),
                                names.get(found.getObject(2, UUID.class)),
                                found.getObject(3, OffsetDateTime.class).toInstant()));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return asked;
        }
    }
}
