/**
 * The database underneath: H2 or PostgreSQL, chosen by the URL alone.
 */
@NullMarked
package io.tummler.store;

import org.jspecify.annotations.NullMarked;
