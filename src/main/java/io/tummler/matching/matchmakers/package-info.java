/**
 * The matchmakers that ship. They come through the same door as an outsider's.
 */
@NullMarked
package io.tummler.matching.matchmakers;

import org.jspecify.annotations.NullMarked;
