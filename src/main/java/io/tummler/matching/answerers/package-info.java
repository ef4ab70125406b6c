/**
 * Who will answer a question, learned from who answered others. A message is {@linkplain Answerers#hear heard} once
 * and leaves counters that fade, the words of its author as hashes ({@link WordProfile}) and, where it opens a
 * thread, an {@link Opening}; whoever else writes there within a week has answered it. Asked for a {@link Question},
 * every member who wrote within 90 days becomes a row of {@link Table}, which {@link ActivityColumns}, {@link
 * WordColumns} and {@link TieColumns} fill with one column per {@link Feature}; the sum of the columns times {@link
 * Weights} is the score. The weights ship with Tummler. An answer is also a lesson: the rows that the opening had are
 * kept for a week, and each answerer moves the community's own copy of the weights a little. Nothing is read twice,
 * and everything that grows has a limit. What is held of one member can be taken out again, down to the words that
 * nobody else used.
 */
@NullMarked
package io.tummler.matching.answerers;

import org.jspecify.annotations.NullMarked;
