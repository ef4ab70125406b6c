package io.tummler.api;

import java.util.List;

/** How many members see each task that brands ask in a community. */
public interface Audience {
    /** All tasks that moderators let be seen, in the order of the files, as of now. */
    List<Seen> of(CommunityId community);

    /**
     * @param task the brand's file name without its ending, a slash and the task's key: what tells it apart
     * @param size how many of the members who agreed to tasks see it
     */
    record Seen(String task, String brand, String title, Size size) {}

    /** A number of members, of which nobody learns where it is so small that it could point at somebody. */
    sealed interface Size {
        int FEWEST = 5;

        static Size of(long members) {
            return members < FEWEST ? new Few() : new Known(members);
        }

        /** None, or fewer than {@value Size#FEWEST}. */
        record Few() implements Size {}

        /**
         * @param members at least {@value Size#FEWEST}
         */
        record Known(long members) implements Size {
            public Known {
                if (members < FEWEST) throw new IllegalArgumentException("too few members to be told: " + members);
            }
        }
    }
}
