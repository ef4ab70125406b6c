/**
 * Needs and offers, kept in memory per community beside the database, and the matches between them.
 */
@NullMarked
package io.tummler.matching;

import org.jspecify.annotations.NullMarked;
