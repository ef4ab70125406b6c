package io.tummler.matching;

import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck;
import io.tummler.api.Profile;
import io.tummler.api.RoleRef;
import io.tummler.api.Wording;
import io.tummler.matching.MatchingSettings.Apart;
import io.tummler.matching.MatchingSettings.SameTrade;
import io.tummler.matching.MatchingSettings.Trade;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds rules in {@code matching.yaml} that name what nothing defines, forbid every match, or contradict each other. */
@Singleton
class MatchingCheck implements PolicyCheck {
    private static final String SECTION = "matching";

    @Override
    public List<Objection> objections(Policy policy) {
        var settings = policy.section(MatchingSettings.class);
        List<Objection> objections = new ArrayList<>(undefinedTrades(settings));
        if (forbidsEveryMatch(settings))
            objections.add(new Objection(
                    SECTION,
                    "conflicts",
                    "all trades compete everywhere with each other and among themselves, so that no two of them are"
                            + " ever matched",
                    "conflicts where at least two trades do not compete, or where: same-territory"));
        for (int i = 0; i < settings.neverTogether().size(); i++)
            objections.addAll(contradictions(
                    settings.neverTogether().get(i), "never-together[" + i + "]", settings.minorsRole()));
        return objections;
    }

    private static List<Objection> undefinedTrades(MatchingSettings settings) {
        Set<String> defined = settings.trades().stream()
                .flatMap(trade -> Stream.concat(Stream.of(trade.name()), trade.also().stream()))
                .map(Plain::text)
                .collect(Collectors.toSet());
        String names = settings.trades().isEmpty()
                ? "a name that trades defines; it defines none"
                : settings.trades().stream().map(Trade::name).collect(Collectors.joining(", ", "one of ", ""));
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < settings.conflicts().size(); i++) {
            List<String> trades = settings.conflicts().get(i).trades();
            for (int j = 0; j < trades.size(); j++)
                if (!defined.contains(Plain.text(trades.get(j))))
                    objections.add(new Objection(
                            SECTION,
                            "conflicts[" + i + "].trades[" + j + "]",
                            "'" + trades.get(j) + "' is no trade that trades defines",
                            names));
        }
        return objections;
    }

    /** Even of two who work far from each other. */
    private static boolean forbidsEveryMatch(MatchingSettings settings) {
        if (settings.trades().size() < 2 || settings.sameTrade() != SameTrade.COMPETE_EVERYWHERE) return false;
        var compatibility = new Compatibility(settings);
        return settings.trades().stream()
                .noneMatch(one -> settings.trades().stream()
                        .anyMatch(other -> compatibility.mayMeet(of(one, "here"), of(other, "elsewhere"))));
    }

    private static Profile of(Trade trade, String territory) {
        return new Profile(
                Optional.of(new Wording(trade.name())),
                Optional.of(new Wording(territory)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Objection> contradictions(Apart apart, String key, Optional<RoleRef> minors) {
        List<Objection> objections = new ArrayList<>(among(
                apart.other(),
                key + ".other",
                role -> apart.one().stream().anyMatch(one -> same(one, role)),
                "stands in one and in other, which keeps its members apart from each other",
                "each role in one or in other"));
        Predicate<RoleRef> ofMinors =
                role -> minors.filter(it -> same(it, role)).isPresent();
        for (var side : List.of(Map.entry(".one", apart.one()), Map.entry(".other", apart.other())))
            objections.addAll(among(
                    side.getValue(),
                    key + side.getKey(),
                    ofMinors,
                    "is the minors-role, whose members meet each other only, and this would keep some of those apart",
                    "other roles than the minors-role"));
        return objections;
    }

    private static List<Objection> among(
            List<RoleRef> roles, String key, Predicate<RoleRef> wrong, String what, String allowed) {
        return IntStream.range(0, roles.size())
                .filter(i -> wrong.test(roles.get(i)))
                .mapToObj(i -> new Objection(
                        SECTION, key + "[" + i + "]", "'" + roles.get(i).named() + "' " + what, allowed))
                .toList();
    }

    /** Whether both write the same; that one writes the id of what the other names, nobody knows here. */
    private static boolean same(RoleRef one, RoleRef other) {
        return one.is(other.named(), other.named());
    }
}
