/**
 * One way in and one way out. What comes in is ordered per community and bounded; commands are written down before they are acknowledged and worked off in one transaction with everything they cause, the answer included. What goes out is a row of that transaction, delivered afterwards, retried, and said once.
 */
@NullMarked
package io.tummler.chat;

import org.jspecify.annotations.NullMarked;
