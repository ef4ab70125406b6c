package io.tummler.api;

/**
 * A CDI event: what a listening member said in a channel that is listened to, once the detectors have seen it.
 *
 * @param asks whether it is a question to everybody
 */
public record Listened(Utterance said, boolean asks) {}
