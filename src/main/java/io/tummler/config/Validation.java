package io.tummler.config;

import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck;
import io.tummler.api.PolicyCheck.Objection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A look at a folder of settings, of which nothing takes effect. */
public final class Validation {
    private final ConfigFolder folder;
    private final Reading reading;

    private Validation(ConfigFolder folder) {
        this.folder = folder;
        this.reading = folder.read();
    }

    /**
     * Reads a folder. Variables of the environment that it names need not be set here.
     *
     * @param checks what looks at each policy as a whole
     */
    public static Validation of(Path folder, Sections sections, List<PolicyCheck> checks) {
        return new Validation(new ConfigFolder(folder, sections, checks, Environment.ELSEWHERE));
    }

    /** Everything wrong in it, by file, line and column; nothing if the bot would take it. */
    public List<Problem> problems() {
        return reading.allProblems();
    }

    /** What would hold in the community of this id; empty when its files have a mistake. */
    public Optional<Policy> policy(String guild) {
        return snapshot(guild).map(Policy.class::cast);
    }

    private Optional<Snapshot> snapshot(String guild) {
        return reading.own().values().stream()
                .filter(own -> own.guild().map(guild::equals).orElse(false))
                .findFirst()
                .map(Reading.Own::snapshot)
                .orElse(reading.everywhere());
    }

    /** An objection to the policy of the community of this id, with the place in the files that it is about. */
    public Problem problem(Objection objection, String guild) {
        Layer written = snapshot(guild)
                .orElseThrow(() -> new IllegalStateException("an objection to files that were not understood"))
                .written();
        return folder.problem(objection, written);
    }
}
