/**
 * The credit rules that ship: what a happening earns. They come through the same door as an outsider's.
 */
@NullMarked
package io.tummler.credit.rules;

import org.jspecify.annotations.NullMarked;
