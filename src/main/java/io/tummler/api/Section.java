package io.tummler.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a section of {@code bot-config}: {@code @Section("listening")} is the file {@code listening.yaml}, a
 * component {@code quietPeriod} its key {@code quiet-period}. Components may be boolean, int, long, double, String, an
 * enum, {@link java.time.Duration} ({@code 3 days}, {@code 90 minutes}), a list of those or of such records, or such a
 * record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {
    String value();

    /** What a key means, allows and is without the file; on every component of a section. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface Key {
        /** One sentence for the manual and the schema. */
        String value();

        /** As it would stand in the file; without one the key is required. */
        String or() default "\0required";

        /** Smallest allowed number. */
        double min() default Double.NEGATIVE_INFINITY;

        /** Largest allowed number. */
        double max() default Double.POSITIVE_INFINITY;
    }
}
