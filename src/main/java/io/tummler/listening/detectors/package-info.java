/**
 * The detectors that ship. Each is one class; they come through the same door as an outsider's.
 */
@NullMarked
package io.tummler.listening.detectors;

import org.jspecify.annotations.NullMarked;
