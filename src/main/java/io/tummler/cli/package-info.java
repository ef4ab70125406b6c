/**
 * Commands: what runs instead of the bot.
 */
@NullMarked
package io.tummler.cli;

import org.jspecify.annotations.NullMarked;
