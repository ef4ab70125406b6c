package io.tummler.api;

import java.util.UUID;

/** The one way out. What is put in is a row of the running transaction: said if and only if the transaction commits. */
public interface Outbox {
    void put(Outgoing outgoing);

    /**
     * Takes back the {@link Outgoing.Note notes} and {@link Outgoing.Whisper whispers} about this that nobody has seen yet,
     * those that wait in {@code /me} too.
     * An outbox that says nothing has nothing to take back.
     *
     * @return whether any of them had not even got as far as {@code /me}
     */
    default boolean takeBack(UUID about) {
        return false;
    }
}
