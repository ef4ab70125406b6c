package io.tummler.api;

/**
 * A CDI event: a need or an offer was noticed, and its speaker is being asked to confirm it.
 *
 * @param wording as proposed; lives only as long as this event and the question to its author
 */
public record Noticed(Utterance said, Statement.Kind kind, Wording wording) {}
