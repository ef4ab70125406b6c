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
     * @param name one to three words of 1 to 32 lower-case letters, digits or dashes; those before the last are groups of
     *     commands, such as {@code tummler config show}, and no commands themselves
     * @param description at most 100 characters once said
     * @param audience who may run it; whoever else does gets an answer that says so
     */
    record Spec(String name, Sentence description, List<Option> options, Audience audience) {
        private static final String NAME = "[a-z0-9-]{1,32}( [a-z0-9-]{1,32}){0,2}";

        public Spec {
            if (!name.matches(NAME))
                throw new IllegalArgumentException(
                        "a command's name has one to three words of lower-case letters, digits, dashes: " + name);
            options = List.copyOf(options);
        }

        public static Spec of(String name, Sentence description, Option... options) {
            return new Spec(name, description, List.of(options), Audience.EVERYBODY);
        }

        public static Spec forModerators(String name, Sentence description, Option... options) {
            return new Spec(name, description, List.of(options), Audience.MODERATORS);
        }
    }

    enum Audience {
        EVERYBODY,
        /** Who may manage the community: on Discord, by the permission Manage Server. */
        MODERATORS
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

        /** One of the community's roles. */
        record RoleOption(String name, Sentence description, boolean required) implements Option {}
    }
}
