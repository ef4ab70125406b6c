package io.tummler.matching.matchmakers;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Needs and offers in plenty, the same of a seed: some topics are far commoner than others, places are rare words. */
final class Topics {
    private static final String[] ACTS = """
        repairing|teaching|restoring|building|selling|collecting|painting|cleaning|planning|translating|designing|
        lending|growing|baking|tuning|photographing|editing|sharpening|organising|programming|sewing|brewing|
        training|moving|installing|drawing|writing|measuring|recycling|decorating\
        """.replace("\n", "").split("\\|");

    private static final String[] THINGS = """
        bicycles|pianos|violins|gardens|roses|bread|sourdough|cakes|cheese|beer|coffee|knives|furniture|chairs|clocks|
        cameras|portraits|weddings|websites|spreadsheets|databases|phones|laptops|printers|radios|guitars|drums|choirs|
        novels|poems|letters|contracts|taxes|budgets|resumes|speeches|puppies|cats|horses|parrots|aquariums|bees|hens|
        kites|drones|boats|kayaks|tents|skis|snowboards|climbing walls|marathons|yoga classes|dances|chess games|
        puzzles|board games|trains|motorcycles|cars|trailers|roofs|windows|stoves|kitchens|bathrooms|tiles|carpets|
        curtains|
        dresses|shoes|leather bags|jewellery|candles|soap|pottery|mosaics|murals|statues|maps|telescopes|microscopes|
        robots|circuits|solar panels|batteries|heaters|gates|fences|sheds|vegetables|orchards|mushrooms|herbs|teas|
        sauces|dumplings|curries|pasta|sushi|chocolates|jams|pickles|wines|perfumes|blankets|quilts|sweaters|dolls|
        toys|costumes|masks|puppets|films|podcasts|songs|scores|lessons in Spanish|lessons in German|lessons in Greek|
        mathematics|physics|chemistry|statistics|genealogy|history walks|museums|festivals|markets|trips|hikes|
        picnics|camps|nurseries|homework|exams|interviews|pensions|insurance|rents|leases|visas|grants|charities\
        """.replace("\n", "").split("\\|");

    private static final String[] NEED = {
        "%s %s, who knows how?", "Looking for somebody who is good at %s %s", "I would love to learn about %s %s",
        "Trouble with %s %s again", "Hi all, my mother needs a hand with %s %s", "Anyone into %s %s?"
    };
    private static final String[] OFFER = {
        "%s %s for beginners",
        "I have done %s %s for ten years",
        "Happy to show you %s %s",
        "%s %s, evenings only",
        "Hello neighbours, free advice on %s %s",
        "%s %s in exchange for cake"
    };
    private static final String[] MORE = {
        "",
        "",
        " on Mondays",
        " near the station",
        " at the weekend",
        " with children",
        " without spending much",
        " in %s"
    };
    private static final String[] SYLLABLES = "ber kel tor min dal vik lun gra sto wes hol ban".split(" ");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Random random;
    private final int members;
    private long ids;

    Topics(long seed, int members) {
        random = new Random(seed);
        this.members = members;
    }

    /** As the database would give it: nothing in it is shared with another. */
    Statement next() {
        return next(random.nextBoolean() ? Statement.Kind.NEED : Statement.Kind.OFFER);
    }

    Statement next(Statement.Kind kind) {
        return new Statement(
                new StatementId(new UUID(random.nextLong(), ++ids)),
                new CommunityId(new UUID(1, 1)),
                new MemberId(new UUID(2, random.nextInt(members))),
                kind,
                new Wording(wording(kind)),
                Statement.Source.DECLARED,
                NOW.plusSeconds(ids),
                NOW.plusSeconds(ids + 1),
                false);
    }

    private String wording(Statement.Kind kind) {
        String[] frames = kind == Statement.Kind.NEED ? NEED : OFFER;
        String act = ACTS[random.nextInt(ACTS.length)];
        // The square makes the first things as much as thirty times as common as the last.
        double place = random.nextDouble();
        String thing = THINGS[(int) (place * place * THINGS.length)];
        String text = frames[random.nextInt(frames.length)].formatted(act, thing)
                + MORE[random.nextInt(MORE.length)].formatted(place());
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String place() {
        var name = new StringBuilder();
        for (int i = 0; i < 4; i++) name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
