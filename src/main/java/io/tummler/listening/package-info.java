/**
 * Runs what consenting members say through the detectors and raises what they find: a need or an offer is put to its author for confirmation, thanks and unanswered questions are told as events. Keeps the last utterances of each place in memory for context, and nothing at rest.
 */
@NullMarked
package io.tummler.listening;

import org.jspecify.annotations.NullMarked;
