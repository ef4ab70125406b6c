package io.tummler.matching;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.RoleRef;
import io.tummler.api.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code bot-config/matching.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("matching")
record MatchingSettings(
        @Section.Key(value = "How well need and offer must fit at least.", or = "0.2", min = 0, max = 1)
        double minimumScore,

        @Section.Key(value = "How long a need stands.", or = "30 days", least = "1 second")
        Duration needsLast,

        @Section.Key(value = "How long an offer stands.", or = "180 days", least = "1 second")
        Duration offersLast,

        @Section.Key(value = "The trades that go by more than one name, or that a conflict names.", or = "[]")
        List<Trade> trades,

        @Section.Key(value = "Which trades compete with each other, and where.", or = "[]")
        List<Conflict> conflicts,

        @Section.Key(
                value = "Whether two members of the same trade compete, where no conflict names that trade alone.",
                or = "compete-in-territory")
        SameTrade sameTrade,

        @Section.Key(value = "Which roles are never brought together with which.", or = "[]")
        List<Apart> neverTogether,

        @Section.Key("The role of minors, who are brought together with each other only.")
        Optional<RoleRef> minorsRole,

        @Section.Key(
                value = "How many new needs and offers one member may state in 24 hours, at most.",
                or = "10",
                min = 1,
                max = 100)
        int statementsADay) {
    MatchingSettings {
        trades = List.copyOf(trades);
        conflicts = List.copyOf(conflicts);
        neverTogether = List.copyOf(neverTogether);
    }

    /** The roles on which a rule depends; of no other is anything kept. */
    Set<RoleRef> rolesThatMatter() {
        return Stream.concat(
                        minorsRole.stream(),
                        neverTogether.stream()
                                .flatMap(apart -> Stream.concat(apart.one().stream(), apart.other().stream())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A trade, and what else members call it. */
    record Trade(
            @Section.Key("What the other settings call it.") String name,

            @Section.Key(value = "Other words for it.", or = "[]")
            List<String> also) {
        Trade {
            also = List.copyOf(also);
            if (name.isBlank() || also.stream().anyMatch(String::isBlank))
                throw new IllegalArgumentException("a trade has a name with at least one letter");
        }
    }

    /** Trades that compete with each other; of one trade alone, its members among themselves. */
    record Conflict(
            @Section.Key("The trades that compete, by their names in trades; one alone means among themselves.")
            List<String> trades,

            @Section.Key(value = "Where they compete.", or = "same-territory")
            Where where) {
        Conflict {
            trades = List.copyOf(trades);
            if (trades.isEmpty()) throw new IllegalArgumentException("a conflict names one trade at least");
        }
    }

    /** Where trades compete. */
    enum Where {
        /** Also where one of the two has not said where that is. */
        SAME_TERRITORY,
        EVERYWHERE
    }

    /** Whether members of the same trade compete. */
    enum SameTrade {
        /** Also where one of the two has not said where that is. */
        COMPETE_IN_TERRITORY,
        COMPETE_EVERYWHERE,
        NEVER_COMPETE
    }

    /** Nobody with a role of the one is brought together with anybody who has a role of the other. */
    record Apart(
            @Section.Key("Roles, by name or id.") List<RoleRef> one,

            @Section.Key("The roles that those are kept apart from.")
            List<RoleRef> other) {
        Apart {
            one = List.copyOf(one);
            other = List.copyOf(other);
            if (one.isEmpty() || other.isEmpty())
                throw new IllegalArgumentException("never-together names a role at least in one and in other");
        }
    }
}
