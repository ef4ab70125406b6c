package io.tummler.config;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.tummler.api.CommunityId;
import io.tummler.api.Members;
import io.tummler.api.Mode;
import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck;
import io.tummler.api.Settings;
import io.tummler.api.SettingsRead;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The settings of the folder that {@code tummler.bot-config} names: read when the bot starts, before it joins anybody, and
 * whenever the files change. What is wrong then changes nothing: what was read last without an error goes on to hold, in
 * each community apart.
 */
@ApplicationScoped
class BotConfig implements Settings {
    private static final Logger LOG = Logger.getLogger(BotConfig.class);

    private final ConfigFolder folder;
    private final Members members;
    private final Brakes brakes;
    private final Trial trial;
    private final Event<SettingsRead> read;
    private volatile Current current;

    /**
     * @param reading the last, whatever came of it
     * @param own what holds in communities with files of their own, by the community's id on its platform
     */
    record Current(Reading reading, Snapshot everywhere, Map<String, Snapshot> own) {}

    @Inject
    BotConfig(
            @ConfigProperty(name = "tummler.bot-config") Optional<Path> named,
            Sections sections,
            @All List<PolicyCheck> checks,
            Members members,
            Brakes brakes,
            Trial trial,
            Event<SettingsRead> read) {
        this.folder = new ConfigFolder(named.orElse(Path.of("bot-config")), sections, checks, Environment.OF_THE_BOT);
        this.members = members;
        this.brakes = brakes;
        this.trial = trial;
        this.read = read;
        boolean live = LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("replay");
        try {
            current = first(folder, live || named.isPresent());
        } catch (BadConfig bad) {
            // When this is why a start failed, Quarkus prints its message alone, without a stack trace, and ends with
            // its code. Thrown bare it would be taken for a wish to stay half started.
            bad.initCause(new PreventFurtherStepsException(bad.getMessage(), 1));
            throw bad;
        }
    }

    /** Commands read what they need by themselves, and so nothing is read before they ask. */
    static void start(@Observes @Priority(1) StartupEvent start, BotConfig config) {
        if (!ConfigUtils.isProfileActive("replay")) config.everywhere();
    }

    /**
     * @param must whether there must be a folder: without it, the defaults may be more than moderators allow
     * @throws BadConfig with everything that is wrong, when no community could be served as it should be
     */
    static Current first(ConfigFolder folder, boolean must) {
        if (!folder.isThere()) {
            if (must) throw new BadConfig(List.of(missing(folder.folder())));
            LOG.warnf(
                    "There is no folder %s, so every setting has its default; make the folder, or name another as"
                            + " tummler.bot-config",
                    folder.folder().toAbsolutePath().normalize());
        }
        Reading reading = folder.read();
        Snapshot everywhere = reading.everywhere().orElseThrow(() -> new BadConfig(reading.allProblems()));
        // Of whoever they are, they would be served as no moderator decided.
        if (reading.own().values().stream().anyMatch(it -> it.guild().isEmpty()))
            throw new BadConfig(reading.allProblems());
        reading.allProblems()
                .forEach(problem -> LOG.errorf("The bot is off there until this is put right: %s", problem));
        return new Current(reading, everywhere, own(reading, everywhere, Map.of()));
    }

    /** What holds in communities with files of their own: with a mistake in them what held before, or nothing. */
    private static Map<String, Snapshot> own(Reading reading, Snapshot everywhere, Map<String, Snapshot> before) {
        if (reading.everywhere().isEmpty()) return before;
        Map<String, Snapshot> own = new HashMap<>();
        for (Reading.Own files : reading.own().values())
            files.guild()
                    .ifPresent(guild -> own.put(
                            guild,
                            files.snapshot().orElseGet(() -> before.getOrDefault(guild, everywhere.atMost(Mode.OFF)))));
        return Map.copyOf(own);
    }

    static Problem missing(Path folder) {
        return Problem.of(
                folder,
                "there is no folder " + folder.toAbsolutePath().normalize(),
                "a folder of settings, which may be empty; name it as tummler.bot-config (TUMMLER_BOT_CONFIG)");
    }

    /** Reads what was written anew. */
    synchronized void reread() {
        reread(folder.inventory());
    }

    Path folder() {
        return folder.folder();
    }

    Inventory inventory() {
        return folder.inventory();
    }

    /** What was read last, whatever came of it. */
    Inventory known() {
        return current.reading().inventory();
    }

    synchronized void reread(Inventory inventory) {
        Current before = current;
        Reading reading = folder.read(inventory, before.reading());
        Snapshot everywhere = reading.everywhere().orElse(before.everywhere());
        current = new Current(reading, everywhere, own(reading, everywhere, before.own()));
        List<Problem> problems = reading.allProblems();
        if (problems.isEmpty()) LOG.info("bot-config was read anew");
        else problems.forEach(problem -> LOG.errorf("bot-config stays as it was where this is wrong: %s", problem));
        read.fire(new SettingsRead());
    }

    @Override
    public Policy of(CommunityId community) {
        return snapshot(community);
    }

    @Override
    public Policy everywhere() {
        return current.everywhere();
    }

    Snapshot snapshot(CommunityId community) {
        return byFiles(community).atMost(brakes.of(community));
    }

    /** What holds in a community by the files alone. */
    Snapshot byFiles(CommunityId community) {
        return trial.isNone()
                ? byOwnFiles(community)
                : trial.of(members.ref(community)).orElseGet(() -> byOwnFiles(community));
    }

    private Snapshot byOwnFiles(CommunityId community) {
        Current now = current;
        return now.own().isEmpty()
                ? now.everywhere()
                : now.own().getOrDefault(members.ref(community).id(), now.everywhere());
    }

    /** What is wrong now in the files that hold for a community, read or not yet. */
    List<Problem> check(CommunityId community) {
        return problems(community, folder.read(folder.inventory(), current.reading()));
    }

    /** What is wrong in the files that hold for a community, by the last reading. */
    List<Problem> problems(CommunityId community) {
        return problems(community, current.reading());
    }

    private List<Problem> problems(CommunityId community, Reading reading) {
        String guild = members.ref(community).id();
        Stream<Problem> own = reading.own().values().stream()
                .filter(it -> it.guild().map(guild::equals).orElse(false))
                .flatMap(it -> it.problems().stream());
        return Stream.concat(reading.problems().stream(), own).toList();
    }

    /** All that is wrong, by the last reading. */
    List<Problem> problems() {
        return current.reading().allProblems();
    }
}
