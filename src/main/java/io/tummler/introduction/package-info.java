/**
 * The double opt-in: the life of a match as a state machine in which every state that is not an end has a timeout.
 */
@NullMarked
package io.tummler.introduction;

import org.jspecify.annotations.NullMarked;
