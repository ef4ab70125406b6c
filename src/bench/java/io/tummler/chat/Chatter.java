package io.tummler.chat;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What people write in a lively community, made up: 20 to 200 characters, short ones more often, of which one in twenty
 * says thanks, one in fifty each looks for something or offers something, one in seven asks.
 */
final class Chatter {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 200;

    private static final List<String> OPENERS = List.of(
            "",
            "",
            "",
            "",
            "honestly ",
            "ok so ",
            "haha ",
            "well, ",
            "fwiw ",
            "btw ",
            "hmm, ",
            "yeah ",
            "oh, ",
            "lol ",
            "not gonna lie, ",
            "good morning all, ",
            "update: ");
    private static final List<String> SUBJECTS = List.of(
            "the second batch",
            "my neighbour's old bike",
            "that plum jam",
            "the kiln",
            "our stall on Saturday",
            "the new dough",
            "the poster for the market",
            "my workshop roof",
            "the print run",
            "the tomato bed",
            "the shop sign",
            "the accounting app",
            "that walnut board",
            "the delivery from the mill",
            "the choir",
            "the rain barrel",
            "the glaze from last week",
            "my daughter's kite",
            "the corner café",
            "the van",
            "the sewing machine",
            "the newsletter",
            "the old oven",
            "the allotment gate",
            "the photo wall",
            "the repair evening",
            "the honey order",
            "the paint for the bench",
            "the tram timetable",
            "the quiz night");
    private static final List<String> PREDICATES = List.of(
            "came out better than I had hoped",
            "still smells of smoke",
            "is finally done",
            "took the whole weekend",
            "was gone before ten",
            "makes a strange noise when it is cold",
            "looks great in the morning light",
            "needs another coat",
            "is half the price over at the station",
            "will be ready on Thursday",
            "fell apart again",
            "got more visitors than last year",
            "is a bit of a mystery to me",
            "should be moved indoors before the frost",
            "went down well with the kids",
            "cost me 14 euros and a cake",
            "is stuck in customs",
            "turned out a shade too dark",
            "has been booked for the 12th",
            "was the best part of my week",
            "is back where it belongs",
            "works if you hold it at an angle",
            "hardly fits through the door",
            "never looked that good before");
    private static final List<String> LINKS = List.of(
            ", and ", ", but ", ". ", ". Also, ", " because ", " while ", ", so I guess ", ". Meanwhile ", " - ");
    private static final List<String> TAILS = List.of("", "", "", ".", ".", "!", " :)", " haha", "...", " 🎉", " 👍");
    private static final List<String> THANKS = List.of(
            "thanks, that did the trick",
            "thank you so much, it works now",
            "thx, I will try that tonight",
            "thanks for carrying the boxes yesterday",
            "really appreciate the tip about the hinges");
    private static final List<String> NEEDS = List.of(
            "I'm looking for somebody who can mend a zip",
            "does anyone know a good dentist for kids around here?",
            "can anyone help me with my tax form",
            "I need someone to look after two cats in August",
            "looking for a room to practise the drums in");
    private static final List<String> OFFERS = List.of(
            "I can lend a ladder if anybody wants one",
            "happy to help with translations into Polish",
            "if anyone wants seedlings, I have far too many",
            "I offer bike checks on Sundays, just bring it along",
            "I could teach a beginner the accordion");
    private static final List<String> QUESTIONS = List.of(
            "when does the market open?",
            "is the gate locked at night?",
            "who has the key to the shed?",
            "did it rain over at your place too?",
            "what was the name of that glue?",
            "how long do you let it rest?");

    private final RandomGenerator chance;

    Chatter(RandomGenerator chance) {
        this.chance = chance;
    }

    String next() {
        // The square makes short ones common; chats are like that.
        double length = chance.nextDouble() * chance.nextDouble();
        int atLeast = SHORTEST + (int) (length * (LONGEST - SHORTEST));
        var text = new StringBuilder(start());
        while (text.length() < atLeast) text.append(one(LINKS)).append(clause());
        text.append(one(TAILS));
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
    }

    private String start() {
        int percent = chance.nextInt(100);
        if (percent < 5) return one(THANKS);
        if (percent < 7) return one(NEEDS);
        if (percent < 9) return one(OFFERS);
        if (percent < 23) return one(QUESTIONS);
        return one(OPENERS) + clause();
    }

    private String clause() {
        return one(SUBJECTS) + " " + one(PREDICATES);
    }

    private String one(List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
