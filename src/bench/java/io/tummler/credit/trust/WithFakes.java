package io.tummler.credit.trust;

import io.tummler.credit.trust.World.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be done with accounts that one makes up. */
final class WithFakes {
    private WithFakes() {}

    /** How whoever makes up fakes lets words go around among them. */
    enum Shape {
        CYCLE,
        PATH,
        STAR,
        MIXED
    }

    /** Makes up fakes who all say for half a year, once a week, that somebody helped. */
    record Sybils(double share, int fakes, Shape shape) implements Attack {
        private static final int RANDOM_EACH = 3;

        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(share);
            List<Integer> made = town.world().newcomers(fakes);
            var all = new ArrayList<>(List.of(attacker));
            all.addAll(made);
            var said = new ArrayList<Word>();
            if (shape == Shape.CYCLE || shape == Shape.MIXED)
                for (int i = 0; i < all.size(); i++)
                    said.addAll(town.world().weekly(all.get(i), all.get((i + 1) % all.size()), World.HELPED));
            if (shape == Shape.PATH)
                for (int i = 0; i < fakes; i++) said.addAll(town.world().bothWays(all.get(i), all.get(i + 1)));
            if (shape == Shape.STAR || shape == Shape.MIXED)
                for (int fake : made) said.addAll(town.world().bothWays(attacker, fake));
            if (shape == Shape.MIXED && fakes > 1) {
                Random chance = town.chance();
                for (int fake : made)
                    for (int i = 0; i < RANDOM_EACH; i++) {
                        int other = made.get(chance.nextInt(fakes));
                        if (other != fake) said.addAll(town.world().weekly(fake, other, World.HELPED));
                    }
            }
            return new Done(town.world(), town.world().with(fakes, said), List.of(attacker), made);
        }
    }

    /** The same among somebody and their alternate accounts, slowly, for two years. */
    record SlowRing(int alternates) implements Attack {
        private static final int TWO_YEARS_WEEKS = 104;

        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            List<Integer> made = town.world().newcomers(alternates);
            List<Integer> ring =
                    Stream.concat(Stream.of(attacker), made.stream()).toList();
            World after = town.world().with(alternates, town.world().eachOther(ring, TWO_YEARS_WEEKS));
            return new Done(town.world(), after, List.of(attacker), made);
        }
    }

    /** Whose account somebody else takes over. */
    enum Whose {
        TRUSTED,
        TOP_TENTH
    }

    /** An account that others look up to says every week that each of many fakes helped, who say it of a third. */
    record Takeover(Whose whose, int fakes) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            int taken = whose == Whose.TRUSTED ? town.world().trusted().getFirst() : town.moreHelpfulThan(.95);
            List<Integer> made = town.world().newcomers(fakes);
            var said = new ArrayList<Word>();
            for (int fake : made) {
                said.addAll(town.world().weekly(taken, fake, World.HELPED));
                said.addAll(town.world().weekly(fake, attacker, World.HELPED));
            }
            return new Done(town.world(), town.world().with(fakes, said), List.of(attacker), made);
        }
    }

    /** The account taken over first vouches for a second one, which vouches for the fakes. */
    record TwoTakeovers(int fakes) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            int first = town.moreHelpfulThan(.95);
            int second = town.moreHelpfulThan(.55);
            List<Integer> made = town.world().newcomers(fakes);
            var said = new ArrayList<>(town.world().weekly(first, second, World.HELPED));
            for (int fake : made) {
                said.addAll(town.world().weekly(second, fake, World.HELPED));
                said.addAll(town.world().weekly(fake, attacker, World.HELPED));
            }
            return new Done(town.world(), town.world().with(fakes, said), List.of(attacker), made);
        }
    }

    /** Fakes that thank some real members too, so as to look like members. */
    record ThinGivers(int fakes, int thanksEach) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            Random chance = town.chance();
            List<Integer> made = town.world().newcomers(fakes);
            var said = new ArrayList<Word>();
            for (int fake : made) {
                for (int real : town.some(thanksEach, chance, attacker))
                    said.add(new Word(fake, real, World.THANKS, town.world().day(chance.nextInt(180))));
                said.addAll(town.world().bothWays(attacker, fake));
            }
            return new Done(town.world(), town.world().with(fakes, said), List.of(attacker), made);
        }
    }

    /** Fakes that real members thank for something, and who then say of another that they were helped. */
    record EarnedFakes(int fakes, int thanksEach, boolean byTrusted) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int attacker = town.moreHelpfulThan(.5);
            Random chance = town.chance();
            List<Integer> made = town.world().newcomers(fakes);
            var said = new ArrayList<Word>();
            for (int fake : made) {
                for (int real : byTrusted ? trusted(town, fake) : town.some(thanksEach, chance, attacker))
                    said.add(new Word(real, fake, World.THANKS, town.world().day(chance.nextInt(180))));
                said.addAll(town.world().bothWays(attacker, fake));
            }
            return new Done(town.world(), town.world().with(fakes, said), List.of(attacker), made);
        }

        /** For each fake others, as far as there are enough. */
        private List<Integer> trusted(PlantedTown town, int fake) {
            List<Integer> all = town.world().trusted();
            return IntStream.range(0, thanksEach)
                    .mapToObj(i -> all.get((fake * thanksEach + i) % all.size()))
                    .toList();
        }
    }

    /** Real members say that the same fakes helped, and these that the members did. */
    record RingWithFakes(int members, int fakes) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            List<Integer> ring = town.some(members, town.chance(), -1);
            List<Integer> made = town.world().newcomers(fakes);
            var said = new ArrayList<>(town.world().eachOther(ring, World.HALF_A_YEAR_WEEKS));
            for (int member : ring)
                for (int fake : made) said.addAll(town.world().bothWays(member, fake));
            return new Done(town.world(), town.world().with(fakes, said), ring, made);
        }
    }

    /** Fakes praise somebody who has nothing to do with it, so that it looks like theirs; who gains should not lose. */
    record Framing(int fakes) implements Attack {
        @Override
        public Done on(PlantedTown town) {
            int victim = town.moreHelpfulThan(.95);
            List<Integer> made = town.world().newcomers(fakes);
            var said = new ArrayList<Word>();
            for (int i = 0; i < fakes; i++) {
                said.addAll(town.world().weekly(made.get(i), victim, World.HELPED));
                said.addAll(town.world().weekly(made.get(i), made.get((i + 1) % fakes), World.HELPED));
            }
            return new Done(town.world(), town.world().with(fakes, said), List.of(victim), made);
        }
    }
}
