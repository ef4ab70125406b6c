package io.tummler.api;

/**
 * An entry in the menu of a message or a person: a bean, its words and its test. It runs in one transaction, which also holds
 * its answer.
 */
public interface MenuEntry {
    /** By which {@link Call#person} gives whom it was chosen on, or who wrote the message; empty for who is no member. */
    String PERSON = "person";

    Spec spec();

    /** Whether it works also where moderators have switched the bot off. */
    default boolean worksWhenOff() {
        return false;
    }

    /**
     * The answer, which only the caller sees. Of a message {@link Call#quoted} is the text where the caller wrote it, and
     * empty where somebody else did.
     */
    Message choose(Call call);

    /**
     * @param name unique, such as {@code listening.find-help}
     * @param label at most 32 characters once said
     */
    record Spec(String name, Sentence label, Of of) {}

    enum Of {
        MESSAGE,
        PERSON
    }
}
