package io.tummler.chat.discord;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.tummler.api.ChannelRef;
import io.tummler.api.ChatPlatform;
import io.tummler.api.CommunityRef;
import io.tummler.api.Intake;
import io.tummler.api.PersonRef;
import io.tummler.api.PlaceRef;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Discord as a chat platform: logs in through JDA, a connection for each of the {@link Shards} that this process serves,
 * hears through {@link GatewayEars}, speaks through {@link Voice}.
 */
@ApplicationScoped
class DiscordPlatform implements ChatPlatform {
    static final String NAME = "discord";
    private static final Logger LOG = Logger.getLogger(DiscordPlatform.class);

    private final Intake intake;
    private final Instance<Optional<DiscordEndpoint>> endpoint;
    private final ShardLeases leases;
    private final MeterRegistry meters;
    private final boolean listening;
    private volatile @Nullable Shards shards;

    @Inject
    DiscordPlatform(
            Intake intake,
            Instance<Optional<DiscordEndpoint>> endpoint,
            ShardLeases leases,
            MeterRegistry meters,
            @ConfigProperty(name = "tummler.discord.listening", defaultValue = "true") boolean listening) {
        this.intake = intake;
        this.endpoint = endpoint;
        this.leases = leases;
        this.meters = meters;
        this.listening = listening;
    }

    /** After all that listens to it is ready. */
    void connect(@Observes @Priority(1_000) StartupEvent start) {
        if (ConfigUtils.isProfileActive("replay")) return;
        endpoint.get().ifPresent(discord -> {
            LOG.infof("Joining %s", discord.restUrl().orElse("Discord"));
            var login = new JdaLogin(discord, intake, leases, listening, meters, DiscordPlatform::giveUp);
            Shards opened = new Shards(login, leases, intake, DiscordPlatform::giveUp);
            shards = opened;
            try {
                opened.start();
            } catch (Gateway.WrongToken wrong) {
                // As a cause, it makes Quarkus print the line alone, without a stack trace, and exit.
                throw new IllegalStateException(
                        wrong.getMessage(), new PreventFurtherStepsException(wrong.getMessage(), 1));
            }
        });
    }

    /** There is no use in going on; an operator reads why in the last line. */
    private static void giveUp(@Nullable String why) {
        LOG.fatal(why);
        Quarkus.asyncExit(1);
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
    public Optional<String> mention(CommunityRef community, PlaceRef place) {
        boolean gone = shards().flatMap(opened -> opened.of(community))
                .map(jda -> new Voice(jda).misses(place))
                .orElse(false);
        return gone ? Optional.empty() : Optional.of("<#" + place.id() + ">");
    }

    @Override
    public boolean canPost(CommunityRef community, ChannelRef channel) {
        return shards().flatMap(opened -> opened.of(community))
                .map(jda -> new Voice(jda).canPost(community, channel))
                .orElse(true);
    }

    @Override
    public boolean serves(CommunityRef community) {
        Shards opened = shards;
        return opened != null && opened.serve(community);
    }

    Optional<Shards> shards() {
        return Optional.ofNullable(shards);
    }

    @Override
    public Presence presence(CommunityRef community, PersonRef person) {
        return shards().flatMap(opened -> opened.of(community))
                .map(jda -> new RollCall(jda).of(community, person))
                .orElse(Presence.UNKNOWN);
    }

    @Override
    public Presence presence(CommunityRef community) {
        return shards().flatMap(opened -> opened.of(community))
                .map(jda -> new RollCall(jda).of(community))
                .orElse(Presence.UNKNOWN);
    }

    @Override
    public Outcome deliver(Delivery delivery) {
        Optional<JDA> connected = shards().flatMap(opened -> opened.of(delivery.community()));
        return connected
                .map(jda -> new Voice(jda).deliver(delivery))
                .orElseGet(() -> new Outcome.Later(Duration.ofSeconds(2), "not logged in to Discord"));
    }

    void disconnect(@Observes @Priority(1_000) ShutdownEvent stop) throws InterruptedException {
        Shards opened = shards;
        if (opened != null) opened.close();
    }
}
