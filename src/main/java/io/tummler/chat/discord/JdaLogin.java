package io.tummler.chat.discord;

import io.micrometer.core.instrument.MeterRegistry;
import io.tummler.api.Intake;
import java.io.IOException;
import java.util.EnumSet;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.OkHttpClient;

/** Logs in through JDA, each shard with a JDA of its own. */
final class JdaLogin implements Shards.Login {
    private final DiscordEndpoint discord;
    private final Intake intake;
    private final boolean listening;
    private final Consumer<String> fatal;
    private final PacedSessions sessions;
    private final RestQueue queue;
    private final OkHttpClient http = new OkHttpClient();

    JdaLogin(
            DiscordEndpoint discord,
            Intake intake,
            ShardLeases leases,
            boolean listening,
            MeterRegistry meters,
            Consumer<String> fatal) {
        this.discord = discord;
        this.intake = intake;
        this.listening = listening;
        this.fatal = fatal;
        this.sessions = new PacedSessions(leases, discord.gatewayUrl());
        this.queue = new RestQueue(meters);
    }

    @Override
    public Gateway ask() throws IOException {
        Gateway gateway = Gateway.ask(http, discord);
        sessions.setConcurrency(gateway.maxConcurrency());
        return gateway;
    }

    @Override
    public JDA open(int shard, int total) {
        try {
            return builder().useSharding(shard, total).build();
        } catch (InvalidTokenException e) {
            throw new Gateway.WrongToken();
        }
    }

    private JDABuilder builder() {
        // No Guild Members intent: whoever matters to the bot tells it so by a command. Message Content is privileged:
        // Discord refuses the login of a bot that asks for it without having it. Guild Messages alone tells that
        // somebody
        // wrote in a thread, and none of the words.
        JDABuilder builder = JDABuilder.createLight(
                        discord.token(),
                        listening
                                ? EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                                : EnumSet.of(GatewayIntent.GUILD_MESSAGES))
                .setMemberCachePolicy(MemberCachePolicy.NONE)
                .disableCache(EnumSet.allOf(CacheFlag.class))
                .setEnableShutdownHook(false)
                // What may have been done is asked about before it is done again; JDA would just do it twice.
                .setRequestTimeoutRetry(false)
                .setHttpClientBuilder(http.newBuilder().addInterceptor(new ThreadsOnce()))
                .setSessionController(sessions)
                .addEventListeners(new GatewayEars(intake, fatal));
        var rest = new RestConfig().setRateLimiterFactory(queue::limiter);
        discord.restUrl().ifPresent(rest::setBaseUrl);
        return builder.setRestConfig(rest);
    }
}
