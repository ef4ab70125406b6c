package io.tummler.chat;

import io.tummler.chat.ScriptedPlatform.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The helper who does not come to help, and whose moods are nobody else's.
 *
 * @param others who need something else of this helper
 * @param asks when the asker asks
 * @param now the time at which something happens
 * @param timetable by which anything is done at its time
 */
record Suspect(
        Person person,
        Person asker,
        List<Person> others,
        SplittableRandom moods,
        Instant asks,
        Supplier<Instant> now,
        BiConsumer<Instant, Runnable> timetable) {
    /** Never at the very moment of something else, which happens at whole seconds. */
    private Duration within(Duration most) {
        long seconds = moods.nextLong(1, most.toSeconds());
        return Duration.ofSeconds(seconds).minusMillis(moods.nextLong(1, 1_000));
    }

    /** One in three is. */
    boolean isInTheMood() {
        return moods.nextInt(3) == 0;
    }

    void before(Duration most, Runnable act) {
        timetable.accept(asks.minus(within(most)), act);
    }

    void later(Runnable act) {
        timetable.accept(now.get().plus(within(Duration.ofDays(4))), act);
    }

    void pauses(List<String> lengths) {
        person.runs("pause", Map.of("for", lengths.get(moods.nextInt(lengths.size()))));
    }
}
