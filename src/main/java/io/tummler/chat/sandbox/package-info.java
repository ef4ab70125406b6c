/**
 * A Discord on loopback, with a page to chat in, so that the whole bot can be tried and tested without a token. Never in
 * production unless asked for by name.
 *
 * <p>{@link io.tummler.chat.sandbox.Sandbox} is the door. Inside, one {@code World} behind one lock holds who there is and
 * what was said; the gateway and the REST routes show it to the bot in Discord's form, the page API shows each persona
 * what that persona may see, and a file keeps it. Everything that happens is one {@code Change}, told to all of them.
 */
@NullMarked
package io.tummler.chat.sandbox;

import org.jspecify.annotations.NullMarked;
