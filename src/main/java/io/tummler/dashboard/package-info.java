/**
 * The pages that anybody can read in a browser.
 */
@NullMarked
package io.tummler.dashboard;

import org.jspecify.annotations.NullMarked;
