package io.tummler.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** CDI events: what happened between members, which credit rules may reward. */
public sealed interface Happening {
    CommunityId community();

    /** The key of what happened: the same happening told twice has the same. */
    String cause();

    Instant at();

    /**
     * Both accepted, and the thread is being opened.
     *
     * @param broker who brought it about, if a member did
     * @param until by when it should be known whether it helped; that may come later, where the bot was away meanwhile
     */
    record Connected(
            CommunityId community,
            IntroductionId introduction,
            MemberId asker,
            MemberId helper,
            Optional<MemberId> broker,
            Instant until,
            Instant at)
            implements Happening {
        @Override
        public String cause() {
            return "connected:" + introduction;
        }
    }

    /** One of the two, here called the asker, said at the check-in that the other helped. */
    record Helped(
            CommunityId community,
            IntroductionId introduction,
            MemberId asker,
            MemberId helper,
            Optional<MemberId> broker,
            Instant at)
            implements Happening {
        @Override
        public String cause() {
            return cause(introduction, asker);
        }

        /** The cause that it will have, if this one says so. */
        public static String cause(IntroductionId introduction, MemberId asker) {
            return "helped:" + introduction + ":" + asker;
        }
    }

    /** Each of the two said at the check-in that the other helped. */
    record BothHelped(CommunityId community, IntroductionId introduction, MemberId asker, MemberId helper, Instant at)
            implements Happening {
        @Override
        public String cause() {
            return "both-helped:" + introduction;
        }
    }

    /**
     * A day is over in a community.
     *
     * @param day that has begun, in UTC
     */
    record DayBegun(CommunityId community, LocalDate day, Instant at) implements Happening {
        @Override
        public String cause() {
            return "day:" + day;
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
