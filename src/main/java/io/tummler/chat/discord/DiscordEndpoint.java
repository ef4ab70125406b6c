package io.tummler.chat.discord;

import java.util.Optional;
import okhttp3.Request;

/**
 * Where Discord is, and how the bot logs in there.
 *
 * @param token the bot's token; secret
 * @param restUrl where the REST API is, when it is not Discord's own
 * @param gatewayUrl where the gateway is, when it is not Discord's own
 */
public record DiscordEndpoint(String token, Optional<String> restUrl, Optional<String> gatewayUrl) {
    private static final String DISCORD = "https://discord.com/api/v10/";

    /**
     * What asks the REST API for this path.
     *
     * @throws Gateway.WrongToken when the token can't be one
     */
    Request request(String path) {
        var request = new Request.Builder()
                .url(restUrl.orElse(DISCORD) + path)
                // Discord wants to be told who asks, in this form.
                .header("User-Agent", "DiscordBot (Tummler, 1)");
        try {
            return request.header("Authorization", "Bot " + token).build();
        } catch (IllegalArgumentException noHeader) {
            throw new Gateway.WrongToken();
        }
    }

    @Override
    public String toString() {
        return "DiscordEndpoint[" + restUrl.orElse("discord.com") + "]";
    }
}
