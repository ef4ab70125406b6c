/**
 * The database underneath: H2 or PostgreSQL, chosen by the URL alone; its tables when the bot starts, the move from one
 * database to another, whether it answers, and what is encrypted in it. Engines know nothing of it but
 * {@link EncryptedText}, by which an entity marks what members wrote.
 */
@NullMarked
package io.tummler.store;

import org.jspecify.annotations.NullMarked;
