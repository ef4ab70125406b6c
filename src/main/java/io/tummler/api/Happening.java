package io.tummler.api;

import java.time.Instant;

/** CDI events: what happened between members, which credit rules may reward. */
public sealed interface Happening {
    CommunityId community();

    /** The key of what happened: the same happening told twice has the same. */
    String cause();

    Instant at();

    /** Both accepted, and the thread is being opened. */
    record Connected(CommunityId community, IntroductionId introduction, MemberId asker, MemberId helper, Instant at)
            implements Happening {
        @Override
        public String cause() {
            return "connected:" + introduction;
        }
    }

    /** One of the two, here called the asker, said at the check-in that the other helped. */
    record Helped(CommunityId community, IntroductionId introduction, MemberId asker, MemberId helper, Instant at)
            implements Happening {
        @Override
        public String cause() {
            return "helped:" + introduction + ":" + asker;
        }
    }

    /** A member brought this introduction about, and it connected. */
    record Brokered(CommunityId community, IntroductionId introduction, MemberId broker, Instant at)
            implements Happening {
        @Override
        public String cause() {
            return "brokered:" + introduction;
        }
    }

    /**
     * @param cause the command or the message in which it was said, by its {@link Fingerprints fingerprint}
     */
    record Thanked(CommunityId community, String cause, MemberId from, MemberId to, Instant at) implements Happening {}

    /**
     * @param brand the brand's file name without its ending
     * @param credit what the brand promised, more than 0
     */
    record TaskDone(CommunityId community, String brand, String task, MemberId member, long credit, Instant at)
            implements Happening {
        @Override
        public String cause() {
            return "task:" + brand + "/" + task + ":" + member;
        }
    }
}
