/**
 * The ledger, double entry and immutable, and the reciprocity that follows from it.
 */
@NullMarked
package io.tummler.credit;

import org.jspecify.annotations.NullMarked;
