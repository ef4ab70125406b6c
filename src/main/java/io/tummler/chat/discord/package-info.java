/**
 * Discord, through JDA. The only package that imports JDA.
 */
@NullMarked
package io.tummler.chat.discord;

import org.jspecify.annotations.NullMarked;
