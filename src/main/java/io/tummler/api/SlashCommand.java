package io.tummler.api;

import java.util.List;

/** A slash command: a bean, its words and its test. It runs in one transaction, which also holds its answer. */
public interface SlashCommand {
    Spec spec();

    /** The answer, which only the caller sees. */
    Message run(Call call);

    /**
     * What could be meant by what is typed into an option that is {@link Option.Text#completed}, the likeliest first; at most
     * {@value #SUGGESTIONS_MAX} are shown. Answered from memory, since it is asked with each key that is pressed.
     */
    default List<String> suggestions(Typing typing) {
        return List.of();
    }

    int SUGGESTIONS_MAX = 25;

    /**
     * Somebody is typing a command.
     *
     * @param option into which of its options
     * @param typed so far, may be empty
     */
    record Typing(CommunityId community, String option, String typed) {}

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

        /**
         * Free text.
         *
         * @param max characters at most
         * @param completed whether {@link SlashCommand#suggestions} helps with it
         */
        record Text(String name, Sentence description, boolean required, int max, boolean completed) implements Option {
            public Text(String name, Sentence description, boolean required, int max) {
                this(name, description, required, max, false);
            }
        }

        /** Yes or no; its text is {@code true} or {@code false}. */
        record Flag(String name, Sentence description) implements Option {
            @Override
            public boolean required() {
                return false;
            }
        }

        /** One of a few words, at most 25, which mean the same whatever language they are shown in. */
        record Choice(String name, Sentence description, boolean required, List<String> of) implements Option {}

        record Person(String name, Sentence description, boolean required) implements Option {}

        /** One of the community's roles. */
        record RoleOption(String name, Sentence description, boolean required) implements Option {}
    }
}
