package io.tummler.chat.sandbox;

/**
 * A REST request of the bot, as the log has it.
 *
 * @param path below {@code /api/v10}
 * @param status what was answered; 0 if the connection was cut instead
 */
public record RequestView(String method, String path, int status) {}
