package io.tummler.matching.answerers;

/**
 * A member who may answer.
 *
 * @param score the higher the likelier; tells something only beside the scores of the same ranking
 * @param chance this member's share, from 0 to 1, of all who were ranked: about how likely it is that of all answers to
 *     the question the next is this member's
 */
public record Ranked(String author, double score, double chance) {}
