package io.tummler.api;

/**
 * A CDI event: a need or an offer was noticed, and whose it is is being asked to confirm it.
 *
 * @param whose the speaker, of a need or an offer; the one who is thanked, where that shows what they can help with
 * @param wording as proposed; lives only as long as this event and the question to that member
 */
public record Noticed(Utterance said, MemberId whose, Statement.Kind kind, Wording wording) {}
