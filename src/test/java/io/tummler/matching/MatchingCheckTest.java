package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.PolicyCheck.Objection;
import io.tummler.api.RoleRef;
import io.tummler.config.FixedSettings;
import io.tummler.matching.MatchingSettings.Apart;
import io.tummler.matching.MatchingSettings.Conflict;
import io.tummler.matching.MatchingSettings.SameTrade;
import io.tummler.matching.MatchingSettings.Trade;
import io.tummler.matching.MatchingSettings.Where;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchingCheckTest {
    private static final List<Trade> TRADES =
            List.of(new Trade("baker", List.of("bakery")), new Trade("miller", List.of()));
    private static final List<Conflict> EVERYBODY = List.of(new Conflict(List.of("baker", "miller"), Where.EVERYWHERE));

    private static List<Objection> objections(
            List<Conflict> conflicts, SameTrade sameTrade, List<Apart> apart, Optional<RoleRef> minors) {
        return new MatchingCheck()
                .objections(new FixedSettings(new MatchingSettings(
                        .2, Duration.ofDays(1), Duration.ofDays(1), TRADES, conflicts, sameTrade, apart, minors, 10)));
    }

    private static List<Objection> objections(List<Apart> apart, Optional<RoleRef> minors) {
        return objections(List.of(), SameTrade.COMPETE_IN_TERRITORY, apart, minors);
    }

    @Test
    void nothing_stands_against_what_ships() {
        assertThat(new MatchingCheck().objections(new FixedSettings())).isEmpty();
    }

    @Test
    void a_conflict_of_a_trade_that_is_not_defined_is_refused_where_it_stands() {
        assertThat(objections(
                        List.of(
                                new Conflict(List.of("Bakery", "miller"), Where.EVERYWHERE),
                                new Conflict(List.of("miller", "grocer"), Where.SAME_TERRITORY)),
                        SameTrade.NEVER_COMPETE,
                        List.of(),
                        Optional.empty()))
                .containsExactly(new Objection(
                        "matching",
                        "conflicts[1].trades[1]",
                        "'grocer' is no trade that trades defines",
                        "one of baker, miller"));
    }

    @Test
    void conflicts_that_forbid_every_match_are_refused() {
        assertThat(objections(EVERYBODY, SameTrade.COMPETE_EVERYWHERE, List.of(), Optional.empty()))
                .singleElement()
                .satisfies(objection -> assertThat(objection.key()).isEqualTo("conflicts"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SameTrade.class,
            names = {"COMPETE_IN_TERRITORY", "NEVER_COMPETE"})
    void conflicts_that_leave_some_matches_are_not(SameTrade sameTrade) {
        assertThat(objections(EVERYBODY, sameTrade, List.of(), Optional.empty()))
                .isEmpty();
        assertThat(objections(
                        List.of(new Conflict(List.of("baker", "miller"), Where.SAME_TERRITORY)),
                        SameTrade.COMPETE_EVERYWHERE,
                        List.of(),
                        Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_role_that_is_kept_apart_from_itself_is_refused() {
        assertThat(objections(
                        List.of(new Apart(
                                List.of(new RoleRef("staff"), new RoleRef("press")),
                                List.of(new RoleRef("supplier"), new RoleRef("@Staff")))),
                        Optional.empty()))
                .containsExactly(new Objection(
                        "matching",
                        "never-together[0].other[1]",
                        "'Staff' stands in one and in other, which keeps its members apart from each other",
                        "each role in one or in other"));
    }

    @Test
    void the_minors_role_is_refused_among_the_roles_that_are_kept_apart() {
        assertThat(objections(
                        List.of(new Apart(List.of(new RoleRef("minor")), List.of(new RoleRef("staff")))),
                        Optional.of(new RoleRef("Minor"))))
                .singleElement()
                .satisfies(objection -> assertThat(objection.key()).isEqualTo("never-together[0].one[0]"));
    }
}
