package io.tummler.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a section of {@code bot-config}: {@code @Section("listening")} is the file {@code listening.yaml}, a
 * component {@code quietPeriod} its key {@code quiet-period}. Components may be boolean, int, long, double ({@code 0.2},
 * {@code 20%}), String, an enum, {@link java.time.Duration} ({@code 3 days}, {@code 90 minutes}), {@link java.time.LocalDate}
 * ({@code 2026-12-31}), {@link java.time.ZoneId}, a {@link ChannelRef}, a {@link RoleRef}, a record whose components have
 * keys too, a list of those, or an {@link java.util.Optional}. What the types cannot say, the record's constructor checks:
 * an {@link IllegalArgumentException} of it is shown to whoever wrote the file.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {
    String value();

    /** Whether it is a folder of that name, with one file each: {@code brands/corner-oven.yaml}. */
    boolean folder() default false;

    /** What a key means, allows and is without the file; on every component of a section. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Key {
        /** One sentence for the manual and the schema. */
        String value();

        /** As it would stand in the file; without one the key is required, unless it is an Optional. */
        String or() default "\0required";

        /** Smallest allowed number. */
        double min() default Double.NEGATIVE_INFINITY;

        /** Largest allowed number. */
        double max() default Double.POSITIVE_INFINITY;

        /** Most characters of a text. */
        int longest() default Integer.MAX_VALUE;

        /** Shortest allowed duration, as it would stand in the file. */
        String least() default "0 days";

        /** Longest allowed duration, as it would stand in the file; empty for any. */
        String most() default "";

        /** Whether a duration has to be a whole number of days. */
        boolean wholeDays() default false;

        /** The version of Tummler that brought the key. */
        String since() default "0.1";
    }
}
