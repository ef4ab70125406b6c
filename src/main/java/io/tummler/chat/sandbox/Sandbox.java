package io.tummler.chat.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A Discord on 127.0.0.1: the gateway and the REST API that a bot joins over real sockets, a page to chat in, and
 * {@link Persona personas} that a test acts as.
 */
public final class Sandbox implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long START_SECONDS_MAX = 30;
    private static final long CLOSE_SECONDS_MAX = 5;
    private static final long ARCHIVE_SECONDS = 30;
    private static final int MESSAGE_BYTES_MAX = 1024 * 1024;

    private final SandboxOptions options;
    private final Vertx vertx;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("sandbox-timer").unstarted(work));
    private final World world = new World();
    private final List<Consumer<Duration>> onForward = new CopyOnWriteArrayList<>();
    private final Optional<Keeper> keeper;
    private final Gateway gateway;
    private final Rest rest;
    private final Faults faults;
    private final FaultsApi faultsApi;
    private final Acts acts;
    private final LiveSockets live;
    private final PageApi page;
    private final HttpServer server;

    private Sandbox(SandboxOptions options, Vertx vertx) {
        this.options = options;
        this.vertx = vertx;
        keeper = options.file().map(file -> new Keeper(world, file, timer));
        keeper.ifPresent(Keeper::load);
        world.run(() -> {
            while (world.guilds.size() < options.guilds()) world.addGuild("Guild " + (world.guilds.size() + 1));
        });
        world.bots.letIn(options.token(), world.cast.bot);
        var json = new DiscordJson(world);
        var interactions = new Interactions(world, timer, options.patience());
        gateway = new Gateway(world, json, options, timer, this::gatewayUrl);
        var restFaults = new RestFaults();
        faults = new Faults(world, gateway, restFaults, interactions);
        faultsApi = new FaultsApi(faults, botRights(), world.cast.guild);
        acts = new Acts(world, json, interactions);
        var pageJson = new PageJson(world, acts, options.patience());
        live = new LiveSockets(world, pageJson);
        page = new PageApi(world, acts, pageJson, live, this::forward, options.warning());
        Router router = Router.router(vertx);
        router.route().handler(new LocalOnly());
        router.get("/gateway").handler(this::join);
        rest = new Rest(router, world, options, restFaults);
        new SelfRoutes(world, json, this::gatewayUrl, gateway).on(rest);
        var access = new Access(world);
        boolean mayKnowMembers = new Intents(options.privilegedIntents()).has(Intents.GUILD_MEMBERS);
        new GuildRoutes(json, access, mayKnowMembers).on(rest);
        new RoleRoutes(world, json, access).on(rest);
        new EventRoutes(world, json, access).on(rest);
        new ModerationRoutes(world, json, access).on(rest);
        var threads = new ThreadRoutes(world, json, access);
        threads.on(rest);
        new ChannelRoutes(world, json, access, threads).on(rest);
        new PinRoutes(world, json, access).on(rest);
        new ReactionRoutes(world, json, access).on(rest);
        new MessageRoutes(world, json, access).on(rest);
        new CommandRoutes(world).on(rest);
        new InteractionRoutes(world, json, interactions).on(rest);
        rest.refuseTheRest();
        mount(router);
        world.attachments.mount(router, world);
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(HOST)
                        .setPort(options.port())
                        .setMaxFormAttributeSize(MESSAGE_BYTES_MAX)
                        .setMaxWebSocketMessageSize(MESSAGE_BYTES_MAX))
                .requestHandler(router);
    }

    /**
     * Starts a sandbox; waits until it listens, so not to be called from an event loop.
     *
     * @throws IllegalStateException if the port is taken or the kept state cannot be read
     */
    public static Sandbox start(SandboxOptions options) {
        Vertx vertx = options.vertx().orElseGet(Vertx::vertx);
        try {
            var sandbox = new Sandbox(options, vertx);
            await(sandbox.server.listen(), START_SECONDS_MAX);
            sandbox.world.run(() -> sandbox.world.origin = "http://" + HOST + ":" + sandbox.port());
            sandbox.begin();
            return sandbox;
        } catch (RuntimeException failed) {
            if (options.vertx().isEmpty()) vertx.close();
            throw failed;
        }
    }

    private void begin() {
        keeper.ifPresent(it -> world.watch(_ -> it.soon()));
        var _ = timer.scheduleAtFixedRate(
                () -> world.run(world.threadLife::archiveIdle), 0, ARCHIVE_SECONDS, TimeUnit.SECONDS);
        long beat = options.heartbeat().toMillis();
        var _ = timer.scheduleAtFixedRate(gateway::closeZombies, beat, Math.max(1, beat / 2), TimeUnit.MILLISECONDS);
    }

    private void join(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.toWebSocket()
                .onSuccess(socket -> gateway.accept(request, socket))
                .onFailure(_ -> context.response().setStatusCode(400).end("This address is for web sockets\n"));
    }

    public int port() {
        return server.actualPort();
    }

    /** What the bot's REST client takes for Discord's base URL. */
    public String restUrl() {
        return "http://" + HOST + ":" + port() + Rest.BASE + "/";
    }

    public String gatewayUrl() {
        return "ws://" + HOST + ":" + port() + "/gateway";
    }

    /** Where the chat page is. */
    public String pageUrl() {
        return "http://" + HOST + ":" + port() + "/sandbox";
    }

    public String botToken() {
        return options.token();
    }

    /** Serves the page and what it asks for under {@code /sandbox} of another server too. */
    public void mount(Router router) {
        var localOnly = new LocalOnly();
        router.route("/sandbox").handler(localOnly);
        router.route("/sandbox/*").handler(localOnly);
        faultsApi.mount(router);
        page.mount(router);
    }

    /** The sandbox's own time: the system's, and as much ahead as it was moved. */
    public Clock clock() {
        return world.clock;
    }

    /** Moves the clock forward and tells those who wait for it, on the calling thread. */
    public void forward(Duration by) {
        world.run(() -> {
            world.clock.forward(by);
            world.publish(new Change.ClockMoved());
        });
        onForward.forEach(it -> it.accept(by));
    }

    /** Calls back after every move of the clock, with the duration. */
    public void onForward(Consumer<Duration> then) {
        onForward.add(then);
    }

    public Faults faults() {
        return faults;
    }

    /**
     * @throws NoSuchElementException if the cast has nobody of that username
     */
    public Persona persona(String username) {
        return world.with(() -> new Persona(
                world,
                acts,
                world.named(username).orElseThrow(() -> new NoSuchElementException("nobody is called " + username))));
    }

    /** Everybody of the cast but the bot, in its order. */
    public List<Persona> personas() {
        return world.with(() -> world.people.values().stream()
                .filter(it -> !it.portrait.bot())
                .map(it -> new Persona(world, acts, it))
                .toList());
    }

    /** The id of a channel of the guild, by its name. */
    public long channelId(String name) {
        return world.with(() -> world.placeNamed(name).id);
    }

    public long guildId() {
        return world.cast.guild;
    }

    /** Everywhere the bot was invited to, the cast's guild first. */
    public List<Long> guildIds() {
        return world.with(() -> List.copyOf(world.guilds.keySet()));
    }

    /**
     * Makes a small guild beside the cast's, with the channel {@code general}, its owner, a few people of the cast and the
     * bot in it.
     *
     * @return its id; its channel's is one more
     */
    public long addGuild(String name) {
        return world.with(() -> world.addGuild(name).id);
    }

    public long botId() {
        return world.cast.bot;
    }

    /** Another bot in the cast's guild, with commands, presses and a gateway of its own, until this closes. */
    public BotLogin addBot(String username) {
        var login = new BotLogin(world.ids.next(), UUID.randomUUID().toString());
        var portrait = new Person.Portrait(
                login.id(), username, username, "#5865f2", "Another bot", "", List.of(), List.of(), true);
        world.run(() -> world.bots.add(new Person(portrait), login.token(), world));
        return login;
    }

    /** What somebody may do in a channel or thread, as Discord's bits. */
    public long permissions(long person, long channel) {
        return world.with(() -> world.permissions(world.person(person), world.place(channel)));
    }

    /** What the bot may do, to be changed at any moment. */
    public BotRights botRights() {
        return botRights(world.cast.bot);
    }

    /** What one of several bots may do. */
    public BotRights botRights(long bot) {
        return new BotRights(world, bot);
    }

    /** The names of the commands that the bot registered, subcommands as {@code command subcommand}. */
    public List<String> commands() {
        return world.with(() -> CommandForm.all(world.commands.values()).stream()
                .map(CommandForm::name)
                .toList());
    }

    public boolean isBotOnline() {
        return world.with(() -> world.botOnline);
    }

    /** The numbers of the bot's shards that are connected. */
    public Set<Integer> shardsOnline() {
        return world.with(() -> gateway.sessions().shards(world.cast.bot, true));
    }

    /** The numbers of the bot's shards that have left without ending their session, so that they could resume it. */
    public Set<Integer> shardsAway() {
        return world.with(() -> gateway.sessions().shards(world.cast.bot, false));
    }

    /** The REST requests of the bot so far, oldest first, at most the newest ten thousand. */
    public List<RequestView> requests() {
        return rest.requests();
    }

    /**
     * How many requests of the last ten minutes were answered by 401, 403 or 429, but those that say "shared". At 10,000
     * Discord shuts out the address that they come from.
     */
    public int invalidRequests() {
        return rest.invalidRequests();
    }

    /** Empties it back to the cast; commands and the clock stay. */
    public void reset() {
        world.run(world::reset);
    }

    @Override
    public void close() {
        live.closeAll("The sandbox stops.");
        await(server.close(), CLOSE_SECONDS_MAX);
        timer.shutdownNow();
        keeper.ifPresent(Keeper::save);
        if (options.vertx().isEmpty()) await(vertx.close(), CLOSE_SECONDS_MAX);
    }

    private static void await(Future<?> future, long secondsMax) {
        try {
            future.toCompletionStage().toCompletableFuture().get(secondsMax, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The sandbox could not start or stop: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
