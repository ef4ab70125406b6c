package io.tummler.introduction;

/** What one of the two says at the check-in. */
enum Finding {
    HELPED,
    MET,
    NOT_MET
}
