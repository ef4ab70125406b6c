/**
 * Reads bot-config into the sections that engines own, and says what is wrong in it, where, and what is allowed.
 */
@NullMarked
package io.tummler.config;

import org.jspecify.annotations.NullMarked;
