package io.tummler.api;

/**
 * Stands in for an id of a platform where only "the same again?" is asked: the same id has the same fingerprint, in this
 * installation and for ever, and none leads back to its id, not even by trying all of them.
 */
public interface Fingerprints {
    /** 64 characters. */
    String of(String id);
}
