package io.tummler.matching;

import io.tummler.api.Profile;
import io.tummler.api.RoleRef;
import io.tummler.api.Wording;
import io.tummler.matching.MatchingSettings.Apart;
import io.tummler.matching.MatchingSettings.Conflict;
import io.tummler.matching.MatchingSettings.Where;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides whether two members may be brought together; pure, and the same whichever is the one. What is not known counts
 * against it: a territory that one of two competitors did not tell is the same, and while a rule names roles nobody is
 * brought together whose roles have not been seen.
 */
final class Compatibility {
    private final MatchingSettings settings;

    Compatibility(MatchingSettings settings) {
        this.settings = settings;
    }

    boolean of(Party one, Party other) {
        return rolesAllow(one, other) && mayMeet(one.profile(), other.profile());
    }

    /** Whether they do not compete, whatever their roles. */
    boolean mayMeet(Profile one, Profile other) {
        return !compete(one, other);
    }

    private boolean rolesAllow(Party one, Party other) {
        Set<RoleRef> matter = settings.rolesThatMatter();
        if (!one.knows(matter) || !other.knows(matter)) return false;
        boolean sameAge = settings.minorsRole()
                .map(minors -> one.hasAny(List.of(minors)) == other.hasAny(List.of(minors)))
                .orElse(true);
        return sameAge
                && settings.neverTogether().stream()
                        .noneMatch(apart -> keeps(apart, one, other) || keeps(apart, other, one));
    }

    private static boolean keeps(Apart apart, Party one, Party other) {
        return one.hasAny(apart.one()) && other.hasAny(apart.other());
    }

    private boolean compete(Profile one, Profile other) {
        Optional<String> its = one.trade().map(this::trade);
        Optional<String> others = other.trade().map(this::trade);
        if (its.isEmpty() || others.isEmpty()) return false;
        Predicate<Where> reaches = where -> switch (where) {
            case EVERYWHERE -> true;
            case SAME_TERRITORY -> mayBeSameTerritory(one, other);
        };
        List<Conflict> rules = settings.conflicts().stream()
                .filter(conflict -> speaksOf(conflict, its.get(), others.get()))
                .toList();
        if (rules.isEmpty() && its.equals(others))
            return ofSameTrade().filter(reaches).isPresent();
        return rules.stream().map(Conflict::where).anyMatch(reaches);
    }

    private Optional<Where> ofSameTrade() {
        return switch (settings.sameTrade()) {
            case COMPETE_IN_TERRITORY -> Optional.of(Where.SAME_TERRITORY);
            case COMPETE_EVERYWHERE -> Optional.of(Where.EVERYWHERE);
            case NEVER_COMPETE -> Optional.empty();
        };
    }

    /** A conflict of several trades is between different ones; a conflict of one is between its own members. */
    private boolean speaksOf(Conflict conflict, String one, String other) {
        Set<String> trades = conflict.trades().stream().map(this::canonical).collect(Collectors.toSet());
        return one.equals(other) ? trades.equals(Set.of(one)) : trades.contains(one) && trades.contains(other);
    }

    private String trade(Wording said) {
        return canonical(said.text());
    }

    /** The name under which the settings know this trade; itself where they do not. */
    private String canonical(String said) {
        String plain = Plain.text(said);
        return settings.trades().stream()
                .filter(trade -> Plain.text(trade.name()).equals(plain)
                        || trade.also().stream()
                                .anyMatch(also -> Plain.text(also).equals(plain)))
                .findFirst()
                .map(trade -> Plain.text(trade.name()))
                .orElse(plain);
    }

    /** "Berlin" and "Berlin, Germany" may be the same, "New York" and "New Orleans" are not. */
    private static boolean mayBeSameTerritory(Profile one, Profile other) {
        Set<String> its = words(one.territory());
        Set<String> others = words(other.territory());
        return its.containsAll(others) || others.containsAll(its);
    }

    private static Set<String> words(Optional<Wording> territory) {
        return territory
                .map(said -> Set.copyOf(Arrays.asList(Plain.text(said.text()).split(" "))))
                .orElse(Set.of());
    }
}
