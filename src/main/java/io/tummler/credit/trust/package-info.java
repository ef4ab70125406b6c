/**
 * Works out how far a community can count on each member, from who said of whom that they helped. Knows numbers only: neither
 * the ledger nor what a member is.
 */
@NullMarked
package io.tummler.credit.trust;

import org.jspecify.annotations.NullMarked;
