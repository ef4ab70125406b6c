package io.tummler.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which Tummler this is, without starting it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"tummler " + number().orElse("(not packaged)")};
    }

    /** Such as {@code 0.1.0}; only a packaged program knows it. */
    static Optional<String> number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    }
}
