package io.tummler.cli;

import picocli.CommandLine.Command;

/** {@code tummler ledger}: what can be done with the books of communities. */
@Command(
        name = "ledger",
        description = "Looks after the ledger.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = VerifyCommand.class)
final class LedgerCommand {}
