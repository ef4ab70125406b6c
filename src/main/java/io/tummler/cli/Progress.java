package io.tummler.cli;

import java.io.PrintStream;

/** Shows how far a replay is. */
interface Progress {
    /** Shows nothing, for what is written to a file. */
    Progress NONE = (_, _) -> {};

    /**
     * @param share how much is done, 0 to 1
     * @param messages read so far
     */
    void at(double share, long messages);

    /** A bar that takes one line of a terminal and is drawn anew with each percent. */
    static Progress bar(PrintStream terminal) {
        return new Progress() {
            private static final int WIDTH = 40;
            private int drawn = -1;

            @Override
            public void at(double share, long messages) {
                int percent = (int) (share * 100);
                if (percent == drawn) return;
                drawn = percent;
                int full = WIDTH * percent / 100;
                terminal.printf(
                        "\r[%s%s] %3d %%  %,d messages%s",
                        "#".repeat(full), ".".repeat(WIDTH - full), percent, messages, percent == 100 ? "\n" : "");
                terminal.flush();
            }
        };
    }
}
