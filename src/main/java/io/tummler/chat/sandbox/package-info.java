/**
 * A Discord on loopback, with a page to chat in, so that the whole bot can be tried and tested without a token. Never in production unless asked for by name.
 */
@NullMarked
package io.tummler.chat.sandbox;

import org.jspecify.annotations.NullMarked;
