/**
 * What may stand in a log, and what may not.
 */
@NullMarked
package io.tummler.log;

import org.jspecify.annotations.NullMarked;
