/**
 * Makes the word vectors that {@code io.tummler.matching.matchmakers} reads texts with, out of a sentence encoder and
 * WordNet: {@code ./mvnw -Pdistil test-compile exec:exec@distil}, see docs/matching-text.md. Never in the product.
 *
 * <p>The same bytes come out on every machine: only what the Java language defines to the bit is used (+ - * / and
 * square roots of floats and doubles, {@link StrictMath}), and every sum is taken in a fixed order.
 */
@NullMarked
package io.tummler.distil;

import org.jspecify.annotations.NullMarked;
