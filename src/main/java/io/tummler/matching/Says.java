package io.tummler.matching;

import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import java.time.LocalDate;

/** What this engine says. */
final class Says {
    private Says() {}

    record AskCommand() implements Sentence {}

    record AskOption() implements Sentence {}

    record WhoCommand() implements Sentence {}

    record WhoOption() implements Sentence {}

    record WhoUnread() implements Sentence {}

    /**
     * @param atLeast 0 where there are so few that their number stays untold
     */
    record Who(Wording topic, int atLeast) implements Sentence {}

    record OfferCommand() implements Sentence {}

    record OfferOption() implements Sentence {}

    record AskAbout(String wording) implements Sentence {}

    record AskDiscreet() implements Sentence {}

    record AskUntil() implements Sentence {}

    /**
     * @param byWords whether it was compared by its words alone, not by what it means
     * @param until how long it stands
     */
    record Asked(Wording need, int helpers, boolean byWords, boolean discreet, LocalDate until) implements Sentence {}

    record AskThem(int helpers) implements Sentence {}

    record Offered(Wording offer, boolean introductions) implements Sentence {}

    record AllowIntroductions() implements Sentence {}

    record NothingSaid(String command) implements Sentence {}

    record TooLong(int length, int most) implements Sentence {}

    record TooMany(int most) implements Sentence {}

    record TooManyToday(int most) implements Sentence {}

    record NowOffered(Wording need) implements Sentence {}

    record Needs(Wording wording) implements Sentence {}

    /**
     * @param helped how often others said that it helped
     */
    record Offers(Wording wording, int helped) implements Sentence {}

    record NoStatements() implements Sentence {}

    record StatementsTitle() implements Sentence {}

    record Close(String wording) implements Sentence {}

    record Closed(Wording wording) implements Sentence {}

    record ClosedBefore() implements Sentence {}

    record RolesKnown(int roles, LocalDate seen) implements Sentence {}
}
