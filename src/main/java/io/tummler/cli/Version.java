package io.tummler.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which Tummler this is, without starting it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "tummler "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("(not packaged)")
        };
    }
}
