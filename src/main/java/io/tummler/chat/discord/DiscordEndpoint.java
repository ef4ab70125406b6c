package io.tummler.chat.discord;

import java.util.Optional;

/**
 * Where Discord is, and how the bot logs in there.
 *
 * @param token the bot's token; secret
 * @param restUrl where the REST API is, when it is not Discord's own
 * @param gatewayUrl where the gateway is, when it is not Discord's own
 */
public record DiscordEndpoint(String token, Optional<String> restUrl, Optional<String> gatewayUrl) {
    @Override
    public String toString() {
        return "DiscordEndpoint[" + restUrl.orElse("discord.com") + "]";
    }
}
