package io.tummler.api;

/** The one way out. What is put in is a row of the running transaction: said if and only if the transaction commits. */
public interface Outbox {
    void put(Outgoing outgoing);
}
