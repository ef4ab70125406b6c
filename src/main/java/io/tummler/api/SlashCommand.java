package io.tummler.api;

import java.util.List;

/** A slash command: a bean, its words and its test. It runs in one transaction, which also holds its answer. */
public interface SlashCommand {
    Spec spec();

    /** The answer, which only the caller sees. */
    Message run(Call call);

    /** Whether it works in {@link Mode#OFF} too: what moderators need, and what members may always do with what is theirs. */
    default boolean worksWhenOff() {
        return false;
    }

    /**
     * @param name 1 to 32 lower-case letters
     * @param description at most 100 characters once said
     */
    record Spec(String name, Sentence description, List<Option> options) {
        public static Spec of(String name, Sentence description, Option... options) {
            return new Spec(name, description, List.of(options));
        }
    }

    sealed interface Option {
        String name();

        Sentence description();

        boolean required();

        /** Free text of at most {@code max} characters. */
        record Text(String name, Sentence description, boolean required, int max) implements Option {}

        /** One of a few words. */
        record Choice(String name, Sentence description, boolean required, List<String> of) implements Option {}

        record Person(String name, Sentence description, boolean required) implements Option {}
    }
}
