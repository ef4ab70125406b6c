package io.tummler.chat.sandbox;

/**
 * What a bot beside the cast's own logs in with.
 *
 * @param id of the bot and of its application
 */
public record BotLogin(long id, String token) {
    @Override
    public String toString() {
        return "bot " + id;
    }
}
