package io.tummler.credit.trust;

import io.tummler.credit.trust.World.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What real members can do. */
final class WithMembers {
    private WithMembers() {}

    /** Real members thank each other whenever it earns, which is once a week for each two. */
    record Collusion(int members) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            List<Integer> ring = town.some(members, town.chance(), -1);
            return new Done(
                    town.world(),
                    town.world().with(0, town.world().eachOther(ring, World.HALF_A_YEAR_WEEKS)),
                    ring,
                    List.of());
        }
    }

    /** Real members sell one thanks each, some of whom may be trusted. */
    record BoughtThanks(int sellers, int trusted) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            Random chance = town.chance();
            List<Word> said = Stream.concat(
                            town.some(sellers - trusted, chance, attacker).stream(),
                            town.world().trusted().stream().limit(trusted))
                    .map(seller -> new Word(
                            seller, attacker, World.THANKS, town.world().day(chance.nextInt(180))))
                    .toList();
            return new Done(town.world(), town.world().with(0, said), List.of(attacker), List.of());
        }
    }

    /** Two members let themselves be introduced again and again, and say each day that it helped. */
    record TinyIntroductions(int days) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            List<Integer> two = List.of(town.moreHelpfulThan(.5), town.moreHelpfulThan(.52));
            List<Word> said = IntStream.range(0, days)
                    .boxed()
                    .flatMap(day -> Stream.of(
                            new Word(
                                    two.getFirst(),
                                    two.getLast(),
                                    World.HELPED,
                                    town.world().day(day)),
                            new Word(
                                    two.getLast(),
                                    two.getFirst(),
                                    World.HELPED,
                                    town.world().day(day))))
                    .toList();
            return new Done(town.world(), town.world().with(0, said), two, List.of());
        }
    }

    /** Whoever colluded leaves, is forgotten, and comes back as somebody new, whom the others greet as before. */
    record Whitewashing(int ring) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            List<Integer> all = town.some(ring, town.chance(), -1);
            int leaving = all.getFirst();
            World before = town.world().with(0, town.world().eachOther(all, World.HALF_A_YEAR_WEEKS));
            List<Word> anew = town.world().eachOther(all, World.HALF_A_YEAR_WEEKS).stream()
                    .filter(word -> word.by() == leaving || word.of() == leaving)
                    .toList();
            return new Done(before, before.without(leaving).with(0, anew), List.of(leaving), List.of());
        }
    }

    /** Thanks the trusted and many others every week, for nothing. */
    record Flattery(int others) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            List<Word> said = Stream.concat(
                            town.world().trusted().stream(), town.some(others, town.chance(), attacker).stream())
                    .flatMap(other -> town.world().weekly(attacker, other, World.THANKS).stream())
                    .toList();
            return new Done(town.world(), town.world().with(0, said), List.of(attacker), List.of());
        }
    }

    /** Takes back all own words, lest somebody else have them. */
    record Hoarding() implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            World world = town.world();
            List<Word> left =
                    world.words().stream().filter(word -> word.by() != attacker).toList();
            return new Done(
                    world,
                    new World(world.members(), world.trusted(), left, world.now()),
                    List.of(attacker),
                    List.of());
        }
    }

    /** Real members praise each other and somebody who has nothing to do with it, but may thank them out of courtesy. */
    record FramingByMembers(int members, boolean thankedBack) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int victim = town.moreHelpfulThan(.95);
            List<Integer> ring = town.some(members, town.chance(), victim);
            var said = new ArrayList<>(town.world().eachOther(ring, World.HALF_A_YEAR_WEEKS));
            for (int member : ring) {
                said.addAll(town.world().weekly(member, victim, World.THANKS));
                if (thankedBack) said.addAll(town.world().weekly(victim, member, World.THANKS));
            }
            return new Done(town.world(), town.world().with(0, said), List.of(victim), List.of());
        }
    }
}
