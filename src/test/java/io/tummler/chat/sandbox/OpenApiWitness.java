package io.tummler.chat.sandbox;

import java.util.List;
import java.util.Optional;

/** Brings every exchange of every sandbox before {@link OpenApiJudge}, if Discord's description of its API is at hand. */
public final class OpenApiWitness implements Witness {
    private static final Optional<OpenApi> DISCORD = OpenApiJudge.description().map(OpenApi::new);

    static Optional<OpenApi> discord() {
        return DISCORD;
    }

    @Override
    public void saw(Exchange exchange) {
        DISCORD.ifPresent(discord -> OpenApiJudge.hears(() -> complaints(discord, exchange)));
    }

    static List<String> complaints(OpenApi discord, Exchange exchange) {
        boolean refused = exchange.status() / 100 == 4;
        return Discord.unexplained(discord.complaints(exchange)).stream()
                .map(it -> refused && it.isOfRequest() ? OpenApiJudge.ASKED_WRONGLY + it : it.toString())
                .toList();
    }
}
