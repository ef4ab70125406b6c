package io.tummler.chat.discord;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tummler.api.ChatPlatform;
import io.tummler.api.Intake;
import io.tummler.api.PersonRef;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.OkHttpClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Discord as a chat platform: logs in through JDA, hears through {@link GatewayEars}, speaks through {@link Voice}. */
@ApplicationScoped
class DiscordPlatform implements ChatPlatform {
    static final String NAME = "discord";
    private static final Logger LOG = Logger.getLogger(DiscordPlatform.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    private final Intake intake;
    private final Instance<Optional<DiscordEndpoint>> endpoint;
    private final boolean listening;
    private volatile @Nullable JDA jda;

    @Inject
    DiscordPlatform(
            Intake intake,
            Instance<Optional<DiscordEndpoint>> endpoint,
            @ConfigProperty(name = "tummler.discord.listening", defaultValue = "true") boolean listening) {
        this.intake = intake;
        this.endpoint = endpoint;
        this.listening = listening;
    }

    /** After all that listens to it is ready. */
    void connect(@Observes @Priority(1_000) StartupEvent start) {
        endpoint.get().ifPresent(discord -> {
            LOG.infof("Joining %s", discord.restUrl().orElse("Discord"));
            jda = builder(discord).addEventListeners(new GatewayEars(intake)).build();
        });
    }

    private JDABuilder builder(DiscordEndpoint discord) {
        // No Guild Members intent: whoever matters to the bot tells it so by a command. Message Content is privileged,
        // and
        // Discord refuses the login of a bot that asks for it without having it.
        JDABuilder builder = JDABuilder.createLight(
                        discord.token(),
                        listening
                                ? EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                                : EnumSet.noneOf(GatewayIntent.class))
                .setMemberCachePolicy(MemberCachePolicy.NONE)
                .disableCache(EnumSet.allOf(CacheFlag.class))
                .setEnableShutdownHook(false)
                // What may have been done is asked about before it is done again; JDA would just do it twice.
                .setRequestTimeoutRetry(false)
                .setHttpClientBuilder(new OkHttpClient.Builder().addInterceptor(new ThreadsOnce()));
        discord.restUrl().ifPresent(url -> builder.setRestConfig(new RestConfig().setBaseUrl(url)));
        discord.gatewayUrl()
                .ifPresent(url -> builder.setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return url;
                    }
                }));
        return builder;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mention(PersonRef person) {
        return "<@" + person.id() + ">";
    }

    @Override
    public Outcome deliver(Delivery delivery) {
        JDA connected = jda;
        if (connected == null || connected.getStatus() == JDA.Status.SHUTDOWN)
            return new Outcome.Later(Duration.ofSeconds(5), "not logged in to Discord");
        return new Voice(connected).deliver(delivery);
    }

    void disconnect(@Observes @Priority(1_000) ShutdownEvent stop) throws InterruptedException {
        JDA connected = jda;
        if (connected == null) return;
        connected.shutdown();
        if (!connected.awaitShutdown(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) connected.shutdownNow();
    }
}
