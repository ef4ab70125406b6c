/**
 * The vocabulary of Tummler and its doors.
 *
 * <p>Records say what things are, sealed interfaces say how something can turn out, interfaces are the doors through which
 * engines and the world outside meet. Everything here needs the JDK and JSpecify only, and imports nothing of Tummler, so
 * that every other package may point at it and it points at none.
 */
@NullMarked
package io.tummler.api;

import org.jspecify.annotations.NullMarked;
