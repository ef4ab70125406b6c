package io.tummler.brand;

import io.tummler.api.Audience;
import io.tummler.api.Sentence;
import java.time.LocalDate;
import java.util.List;

/** What the bot says about tasks. */
public final class Says {
    private Says() {}

    public record TasksDescription() implements Sentence {}

    public record TasksExplained() implements Sentence {}

    /** A button's label. */
    public record ShowMeTasks() implements Sentence {}

    /**
     * @param until the last day, or none
     */
    public record TaskShown(
            String brand,
            String about,
            String title,
            String text,
            String forMember,
            long credit,
            String disclosure,
            List<LocalDate> until)
            implements Sentence {}

    /** A button's label. */
    public record DoneLabel(String title) implements Sentence {}

    public record MoreTasksLater(int more) implements Sentence {}

    public record NoTaskNow() implements Sentence {}

    public record TaskThanked(String brand, long credit, String disclosure) implements Sentence {}

    public record TaskAlreadyDone(String title) implements Sentence {}

    public record TaskEnded(String title, LocalDate until) implements Sentence {}

    public record TaskNotForYouNow() implements Sentence {}

    public record TaskGone() implements Sentence {}

    public record TasksDone(int count) implements Sentence {}

    public record NoTaskDone() implements Sentence {}

    /** What a change of settings does to the tasks. */
    public record TasksAffected(List<TaskEffect> effects) implements Sentence {}

    public enum Change {
        NEW,
        CHANGED,
        GONE
    }

    /** @param seen by how many members it can be seen now */
    public record TaskEffect(String brand, String title, Change change, Audience.Size seen) {
        public boolean hasFew() {
            return seen instanceof Audience.Size.Few;
        }

        public int fewest() {
            return Audience.Size.FEWEST;
        }

        /** Of those that are not too few to be told. */
        public long members() {
            return switch (seen) {
                case Audience.Size.Known(long members) -> members;
                case Audience.Size.Few _ -> throw new IllegalStateException("too few members to be told");
            };
        }
    }
}
