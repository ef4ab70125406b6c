package io.tummler.chat.discord;

import java.io.IOException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * What Discord says to a bot that is about to log in.
 *
 * @param shards how many it recommends
 * @param maxConcurrency how many shards may identify themselves at once
 */
record Gateway(int shards, int maxConcurrency) {
    static final int UNAUTHORIZED = 401;
    static final String WRONG_TOKEN =
            "Discord does not know this token (401). Set the environment variable DISCORD_TOKEN"
                    + " to your bot's token: discord.com/developers, your application, Bot, Reset Token";

    /** The token is none. */
    static final class WrongToken extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongToken() {
            super(WRONG_TOKEN);
        }
    }

    /** @throws IOException when Discord can't be reached, or answers something else */
    static Gateway ask(OkHttpClient http, DiscordEndpoint discord) throws IOException {
        try (Response response = http.newCall(discord.request("gateway/bot")).execute()) {
            if (response.code() == UNAUTHORIZED) throw new WrongToken();
            if (!response.isSuccessful() || response.body() == null)
                throw new IOException("Discord answers " + response.code());
            DataObject said = DataObject.fromJson(response.body().byteStream());
            return new Gateway(
                    Math.max(1, said.getInt("shards")),
                    Math.max(1, said.getObject("session_start_limit").getInt("max_concurrency", 1)));
        } catch (ParsingException e) {
            throw new IOException("Discord answers something unknown: " + e.getMessage(), e);
        }
    }
}
