package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Profile;
import io.tummler.api.RoleRef;
import io.tummler.api.Wording;
import io.tummler.matching.MatchingSettings.Apart;
import io.tummler.matching.MatchingSettings.Conflict;
import io.tummler.matching.MatchingSettings.SameTrade;
import io.tummler.matching.MatchingSettings.Trade;
import io.tummler.matching.MatchingSettings.Where;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may be brought together with whom. */
class CompatibilityTest {
    private static final RoleRef MINOR = new RoleRef("minor");
    private static final RoleRef STAFF = new RoleRef("staff");
    private static final RoleRef SUPPLIER = new RoleRef("supplier");

    private static final List<Trade> TRADES = List.of(
            new Trade("baker", List.of("bakery", "Bäckerei")),
            new Trade("cafe", List.of("coffee shop")),
            new Trade("miller", List.of()),
            new Trade("lawyer", List.of()));
    private static final List<Conflict> CONFLICTS = List.of(
            new Conflict(List.of("baker", "Cafe"), Where.SAME_TERRITORY),
            new Conflict(List.of("miller"), Where.EVERYWHERE),
            new Conflict(List.of("bakery", "grocer"), Where.EVERYWHERE));

    private static MatchingSettings settings(
            List<Conflict> conflicts, SameTrade sameTrade, List<Apart> apart, Optional<RoleRef> minors) {
        return new MatchingSettings(
                .2, Duration.ofDays(1), Duration.ofDays(1), TRADES, conflicts, sameTrade, apart, minors, 10);
    }

    private static Party party(String trade, String territory) {
        return new Party(
                new Profile(
                        Optional.ofNullable(trade).map(Wording::new),
                        Optional.ofNullable(territory).map(Wording::new),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        // Nobody who names no trade competes.
        ",, baker, Leipzig, true",
        ",,,, true",
        // The same trade, in the words of whoever has it.
        "Baker, Leipzig, baker, LEIPZIG, false",
        "baker, Leipzig, BAECKEREI, Leipzig, true",
        "baker, Leipzig, backerei, Leipzig, false",
        "bakery, Leipzig, baker, Dresden, true",
        "baker, Leipzig, baker,, false",
        "baker,, baker,, false",
        "baker, Leipzig, bakery, 'Leipzig, Germany', false",
        "baker, New York, baker, New Orleans, true",
        // A trade that the settings do not list is its own.
        "luthier, Leipzig, Luthier!, Leipzig, false",
        "luthier, Leipzig, lawyer, Leipzig, true",
        // A conflict between trades, by any of their names.
        "baker, Leipzig, coffee shop, Leipzig, false",
        "baker, Leipzig, cafe, Dresden, true",
        "baker,, cafe, Dresden, false",
        "cafe, Leipzig, cafe, Leipzig, false",
        "cafe, Leipzig, grocer, Leipzig, true",
        "baker, Leipzig, grocer, Dresden, false",
        // A conflict of one trade goes before what holds for all.
        "miller, Leipzig, miller, Dresden, false"
    })
    void two_of_these_trades_may_be_brought_together(
            String trade, String territory, String otherTrade, String otherTerritory, boolean compatible) {
        var decides =
                new Compatibility(settings(CONFLICTS, SameTrade.COMPETE_IN_TERRITORY, List.of(), Optional.empty()));
        assertThat(decides.of(party(trade, territory), party(otherTrade, otherTerritory)))
                .isEqualTo(compatible);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPETE_IN_TERRITORY, lawyer, Dresden, true",
        "COMPETE_EVERYWHERE, lawyer, Dresden, false",
        "NEVER_COMPETE, lawyer, Leipzig, true",
        "NEVER_COMPETE, miller, Dresden, false"
    })
    void two_of_the_same_trade_compete_as_the_settings_say(
            SameTrade sameTrade, String trade, String territory, boolean compatible) {
        var decides = new Compatibility(settings(CONFLICTS, sameTrade, List.of(), Optional.empty()));
        assertThat(decides.of(party(trade, "Leipzig"), party(trade, territory))).isEqualTo(compatible);
    }

    private static Party with(RoleRef... roles) {
        Map<RoleRef, Boolean> seen = new HashMap<>(Map.of(MINOR, false, STAFF, false, SUPPLIER, false));
        for (RoleRef role : roles) seen.put(role, true);
        return new Party(Profile.EMPTY, seen);
    }

    @Test
    void roles_that_are_kept_apart_never_meet_and_others_do() {
        var decides = new Compatibility(settings(
                List.of(),
                SameTrade.NEVER_COMPETE,
                List.of(new Apart(List.of(STAFF), List.of(SUPPLIER))),
                Optional.empty()));
        assertThat(decides.of(with(STAFF), with(SUPPLIER))).isFalse();
        assertThat(decides.of(with(SUPPLIER), with(STAFF))).isFalse();
        assertThat(decides.of(with(STAFF), with(STAFF))).isTrue();
        assertThat(decides.of(with(), with(SUPPLIER))).isTrue();
        assertThat(decides.of(with(STAFF, SUPPLIER), with(STAFF))).isFalse();
    }

    @Test
    void minors_meet_minors_only() {
        var decides = new Compatibility(settings(List.of(), SameTrade.NEVER_COMPETE, List.of(), Optional.of(MINOR)));
        assertThat(decides.of(with(MINOR), with(MINOR))).isTrue();
        assertThat(decides.of(with(MINOR), with())).isFalse();
        assertThat(decides.of(with(), with())).isTrue();
    }

    @Test
    void whose_roles_were_seen_under_other_rules_meets_nobody() {
        var decides = new Compatibility(
                settings(List.of(), SameTrade.NEVER_COMPETE, List.of(), Optional.of(new RoleRef("under 18"))));
        assertThat(decides.of(with(), with())).isFalse();
    }

    @Property
    void it_is_the_same_whichever_is_the_one(
            @ForAll("settings") MatchingSettings settings,
            @ForAll("parties") Party one,
            @ForAll("parties") Party other) {
        var decides = new Compatibility(settings);
        assertThat(decides.of(one, other)).isEqualTo(decides.of(other, one));
    }

    @Property
    void a_minor_never_meets_somebody_who_is_not_known_to_be_one_whatever_else_holds(
            @ForAll("settings") MatchingSettings settings,
            @ForAll("parties") Party one,
            @ForAll("parties") Party other) {
        if (settings.minorsRole().isEmpty() || !one.hasAny(List.of(MINOR)) || other.hasAny(List.of(MINOR))) return;
        assertThat(new Compatibility(settings).of(one, other)).isFalse();
    }

    @Property
    void while_a_rule_names_roles_nobody_meets_whose_roles_are_unknown(
            @ForAll("settings") MatchingSettings settings, @ForAll("parties") Party one) {
        var unknown = new Party(one.profile(), Map.of());
        if (settings.rolesThatMatter().isEmpty()) return;
        assertThat(new Compatibility(settings).of(one, unknown)).isFalse();
    }

    @Property
    void whoever_said_nothing_of_themselves_meets_everybody_unless_roles_matter(@ForAll("parties") Party one) {
        var decides = new Compatibility(settings(CONFLICTS, SameTrade.COMPETE_EVERYWHERE, List.of(), Optional.empty()));
        assertThat(decides.of(one, party(null, null))).isTrue();
    }

    @Provide
    Arbitrary<MatchingSettings> settings() {
        Arbitrary<List<Conflict>> conflicts =
                Arbitraries.of(CONFLICTS).list().uniqueElements().ofMaxSize(3);
        Arbitrary<List<Apart>> apart = Arbitraries.of(
                        new Apart(List.of(STAFF), List.of(SUPPLIER)), new Apart(List.of(STAFF, MINOR), List.of(STAFF)))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        conflicts,
                        Arbitraries.of(SameTrade.class),
                        apart,
                        Arbitraries.of(MINOR).optional())
                .as(CompatibilityTest::settings);
    }

    @Provide
    Arbitrary<Party> parties() {
        Arbitrary<Optional<Wording>> trades = Arbitraries.of("baker", "Bakery", "cafe", "miller", "luthier")
                .map(Wording::new)
                .optional();
        Arbitrary<Optional<Wording>> territories = Arbitraries.of("Leipzig", "leipzig, Germany", "Dresden")
                .map(Wording::new)
                .optional();
        Arbitrary<Map<RoleRef, Boolean>> roles = Arbitraries.maps(
                        Arbitraries.of(Set.of(MINOR, STAFF, SUPPLIER)), Arbitraries.of(true, false))
                .ofMaxSize(3);
        return Combinators.combine(trades, territories, roles)
                .as((trade, territory, seen) -> new Party(
                        new Profile(trade, territory, Optional.empty(), Optional.empty(), Optional.empty()), seen));
    }
}
