package io.tummler.chat;

import io.tummler.api.ChatPlatform.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How somebody who could help does not come to help. To whoever asked, all of it is one silence. */
enum Silence {
    NEVER_ANSWERS,

    SAYS_NO {
        @Override
        void isAsked(Suspect ben, Text question) {
            ben.later(() -> ben.person().presses(question, "Not this time"));
        }
    },

    /** Wants to be asked nothing for a while, and leaves the question at that. */
    SAYS_NOT_NOW {
        @Override
        void isAsked(Suspect ben, Text question) {
            ben.later(() -> ben.pauses(LENGTHS));
        }
    },

    /** Mostly long before; some only once they are asked, which makes them think of it. */
    EXCLUDES_THE_ASKER {
        @Override
        void prepares(Suspect ben) {
            if (!ben.isInTheMood()) ben.before(Duration.ofDays(9), () -> excludes(ben));
        }

        @Override
        void isAsked(Suspect ben, Text question) {
            ben.later(() -> excludes(ben));
        }

        private static void excludes(Suspect ben) {
            ben.person().runs("exclude", Map.of("person", ben.asker()));
        }
    },

    /**
     * Once in every plot, by somebody else, and that is enough or once more makes it so. There may be room again while the
     * asker waits; then the question comes late, and gets no answer.
     */
    IS_ASKED_ENOUGH {
        @Override
        void prepares(Suspect ben) {
            if (ben.isInTheMood())
                ben.before(Duration.ofDays(9), () -> ben.person().runs("pause", Map.of("at-most", "1")));
            else ben.before(Duration.ofDays(6), () -> isBrokered(ben));
        }

        /** By which no round takes anybody up. */
        private static void isBrokered(Suspect ben) {
            ben.others()
                    .getFirst()
                    .runs(
                            "introduce",
                            Map.of(
                                    "one", ben.others().getLast(),
                                    "other", ben.person(),
                                    "about", Plot.WHAT_OTHERS_NEED));
        }
    },

    /** A month after it is noticed they are forgotten, and no run lasts so long. */
    HAS_LEFT {
        @Override
        void prepares(Suspect ben) {
            ben.before(Duration.ofDays(10), ben.person()::leavesTown);
        }
    },

    HAS_A_PAUSE {
        @Override
        void prepares(Suspect ben) {
            ben.before(Duration.ofDays(3), () -> ben.pauses(LENGTHS));
        }
    };

    private static final List<String> LENGTHS = List.of("1 day", "1 week", "1 month", "until I say so");

    /** What happens before anybody asks for the asker. */
    void prepares(Suspect ben) {}

    /** The question has come, and nobody else knows whether and when. */
    void isAsked(Suspect ben, Text question) {}
}
