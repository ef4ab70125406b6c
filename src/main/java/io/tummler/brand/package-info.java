/**
 * Brands' tasks, shown on a board to members who opted in and whose reciprocity is high enough, and to nobody else.
 */
@NullMarked
package io.tummler.brand;

import org.jspecify.annotations.NullMarked;
