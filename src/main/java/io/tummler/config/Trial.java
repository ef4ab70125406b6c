package io.tummler.config;

import io.quarkus.arc.All;
import io.tummler.api.CommunityRef;
import io.tummler.api.PolicyCheck;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tries settings out: the files of a folder of choice hold in a community, instead of those that the bot reads. Only commands
 * do so, with communities that exist nowhere else.
 */
@Singleton
public final class Trial {
    private final Sections sections;
    private final List<PolicyCheck> checks;
    private final Map<CommunityRef, Snapshot> held = new ConcurrentHashMap<>();

    Trial(Sections sections, @All List<PolicyCheck> checks) {
        this.sections = sections;
        this.checks = List.copyOf(checks);
    }

    /**
     * From now on the files of this folder hold in this community, as they are now.
     *
     * @param guild the id of the community whose files in {@code communities/} hold over those for all, where there are any
     * @return the folder of these files, such as {@code communities/corner-yard}; empty when those for all hold alone
     * @throws BadConfig with everything that is wrong in the files that are to hold
     */
    public Optional<String> hold(CommunityRef community, Path folder, Optional<String> guild) {
        Reading reading = new ConfigFolder(folder, sections, checks, Environment.OF_THE_BOT).read();
        Map<String, Reading.Own> own = guild.isEmpty() ? Map.of() : reading.own();
        // Files that don't say whose they are may be those of anybody.
        List<Problem> problems = Stream.concat(
                        reading.problems().stream(),
                        own.values().stream()
                                .filter(it -> it.guild().isEmpty() || it.guild().equals(guild))
                                .flatMap(it -> it.problems().stream()))
                .toList();
        if (!problems.isEmpty()) throw new BadConfig(problems);
        Optional<Map.Entry<String, Reading.Own>> holds = own.entrySet().stream()
                .filter(it -> it.getValue().guild().equals(guild))
                .findFirst();
        held.put(
                community,
                holds.flatMap(it -> it.getValue().snapshot())
                        .or(reading::everywhere)
                        .orElseThrow());
        return holds.map(it -> Inventory.COMMUNITIES + "/" + it.getKey());
    }

    boolean isNone() {
        return held.isEmpty();
    }

    /** What holds in a community that something is tried out in. */
    Optional<Snapshot> of(CommunityRef community) {
        return Optional.ofNullable(held.get(community));
    }
}
