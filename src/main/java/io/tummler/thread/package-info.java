/**
 * The threads on which work waits: for the database, for a platform, for its turn.
 */
@NullMarked
package io.tummler.thread;

import org.jspecify.annotations.NullMarked;
