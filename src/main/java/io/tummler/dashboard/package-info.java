/**
 * The pages.
 */
@NullMarked
package io.tummler.dashboard;

import org.jspecify.annotations.NullMarked;
