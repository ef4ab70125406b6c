package io.tummler.chat.sandbox;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

/** The real JDA, logged into a sandbox, with what it heard and what it does about it. */
final class JdaBot implements AutoCloseable {
    /** Where an answer is wanted: Discord's three seconds are not for a test to fail by on a busy machine. */
    static final SandboxOptions PATIENT = SandboxOptions.defaults().withPatience(Duration.ofSeconds(20));

    static final EnumSet<GatewayIntent> ALL_NEEDED = EnumSet.of(
            GatewayIntent.GUILD_MEMBERS,
            GatewayIntent.GUILD_MESSAGES,
            GatewayIntent.GUILD_MESSAGE_REACTIONS,
            GatewayIntent.DIRECT_MESSAGES,
            GatewayIntent.MESSAGE_CONTENT);

    final List<GenericEvent> heard = new CopyOnWriteArrayList<>();
    final JDA jda;

    private volatile Consumer<GenericEvent> reaction = _ -> {};

    JdaBot(Sandbox sandbox) {
        this(sandbox, Compression.ZLIB, ALL_NEEDED);
    }

    /** Another bot than the cast's own. */
    JdaBot(Sandbox sandbox, String token) {
        this(sandbox, token, Compression.ZLIB, ALL_NEEDED);
    }

    JdaBot(Sandbox sandbox, Compression compression, EnumSet<GatewayIntent> intents) {
        this(sandbox, sandbox.botToken(), compression, intents);
    }

    private JdaBot(Sandbox sandbox, String token, Compression compression, EnumSet<GatewayIntent> intents) {
        EventListener listener = event -> {
            heard.add(event);
            reaction.accept(event);
        };
        jda = JDABuilder.createLight(token, intents)
                .setRestConfig(new RestConfig().setBaseUrl(sandbox.restUrl()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return sandbox.gatewayUrl();
                    }
                })
                .setCompression(compression)
                .enableCache(CacheFlag.FORUM_TAGS)
                .enableCache(
                        intents.contains(GatewayIntent.SCHEDULED_EVENTS)
                                ? EnumSet.of(CacheFlag.SCHEDULED_EVENTS)
                                : EnumSet.noneOf(CacheFlag.class))
                .setMemberCachePolicy(
                        intents.contains(GatewayIntent.GUILD_MEMBERS) ? MemberCachePolicy.ALL : MemberCachePolicy.OWNER)
                // A guild comes without its members, as Discord sends it to whoever may not see presences.
                .setChunkingFilter(
                        intents.contains(GatewayIntent.GUILD_MEMBERS) ? ChunkingFilter.ALL : ChunkingFilter.NONE)
                .addEventListeners(listener)
                .build();
        try {
            jda.awaitReady();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** From now on does this with every event. */
    void on(Consumer<GenericEvent> reaction) {
        this.reaction = reaction;
    }

    <T extends GenericEvent> void on(Class<T> type, Consumer<T> reaction) {
        on(event -> {
            if (type.isInstance(event)) reaction.accept(type.cast(event));
        });
    }

    <T extends GenericEvent> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Guild guild() {
        return jda.getGuilds().getFirst();
    }

    TextChannel channel(String name) {
        return guild().getTextChannelsByName(name, true).getFirst();
    }

    @Override
    public void close() {
        jda.shutdown();
        try {
            if (!jda.awaitShutdown(Duration.ofSeconds(5))) jda.shutdownNow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
