package io.tummler.brand;

import io.tummler.api.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A favour that a brand asks, which must serve the member as well. */
public record TaskSettings(
        @Section.Key("What the books know the task by: at most 24 lower-case letters, digits and hyphens; never"
                + " changed, for whoever did a task doesn't see it again.")
        String key,

        @Section.Key(value = "What members see first.", longest = 60)
        String title,

        @Section.Key(value = "What there is to do. It may ask for an opinion, but not for a good one.", longest = 300)
        String text,

        @Section.Key(value = "What the member gets out of it besides credit.", longest = 100)
        String forMember,

        @Section.Key(value = "How much credit the brand gives for it.", min = 1, max = 1000)
        long credit,

        @Section.Key(
                value = "Only members see it of whose reciprocity at least this is sure; 0 is everybody who opted in.",
                min = 0,
                max = TaskSettings.MINIMUM_MOST)
        int minimumReciprocity,

        @Section.Key(
                value = "What the member must say when speaking of it in public, such as \"I got credit for this.\"",
                longest = 100)
        String disclosure,

        @Section.Key("The last day of the task in UTC, such as 2027-03-31; without it there is none.")
        Optional<LocalDate> until) {
    /** The more say that a member helped, the less each adds, so that nobody is ever sure of the last point. */
    static final int MINIMUM_MOST = 99;

    private static final String KEY = "[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])?";

    public TaskSettings {
        if (!key.matches(KEY))
            throw new IllegalArgumentException(
                    "key must be 1 to 24 lower-case letters, digits or hyphens, no hyphen at the ends: " + key);
        Length.check("title", title, 60);
        Length.check("text", text, 300);
        Length.check("for-member", forMember, 100);
        Length.check("disclosure", disclosure, 100);
        if (credit < 1 || credit > 1000) throw new IllegalArgumentException("credit must be 1 to 1000: " + credit);
        if (minimumReciprocity < 0 || minimumReciprocity > MINIMUM_MOST)
            throw new IllegalArgumentException(
                    "minimum-reciprocity must be 0 to " + MINIMUM_MOST + ": " + minimumReciprocity);
        for (String said : List.of(title, text, forMember, disclosure)) Sentiment.refuse(said);
    }

    boolean endedBy(LocalDate today) {
        return until.map(last -> last.isBefore(today)).orElse(false);
    }
}
