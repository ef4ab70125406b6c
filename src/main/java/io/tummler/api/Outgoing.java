package io.tummler.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something to say, put into the {@link Outbox}. */
public sealed interface Outgoing {
    CommunityId community();

    Message message();

    /**
     * To one member in private: by direct message where consented to and open, else it waits in {@code /me}.
     *
     * @param about what it loses its point with, by which {@link Outbox#takeBack} finds it; empty for plain news
     * @param manner whether it can wait for a better moment
     */
    record Note(CommunityId community, MemberId to, Message message, Optional<UUID> about, Manner manner)
            implements Outgoing {
        public enum Manner {
            /** What the member waits for, or has to know: said at once. */
            NEWS,
            /** Something asked of the member: waits until the member {@link Attention#mayBeAsked may be asked}. */
            QUESTION
        }

        public Note(CommunityId community, MemberId to, Message message) {
            this(community, to, message, Optional.empty());
        }

        public Note(CommunityId community, MemberId to, Message message, Optional<UUID> about) {
            this(community, to, message, about, Manner.NEWS);
        }
    }

    /**
     * To one member by direct message, or not at all: for words that nobody has confirmed yet. What can't be delivered is
     * dropped instead of kept for {@code /me}.
     *
     * @param about what it loses its point with, by which {@link Outbox#takeBack} finds it; one or two
     */
    record Whisper(CommunityId community, MemberId to, Message message, List<UUID> about) implements Outgoing {
        public Whisper {
            about = List.copyOf(about);
            if (about.isEmpty() || about.size() > 2)
                throw new IllegalArgumentException("a whisper is about one or two: " + about);
        }
    }

    /**
     * To a few members, in a private thread of their own.
     *
     * @param subject what it is about; {@link ThreadFailed} says when it can't be opened
     */
    record Thread(
            CommunityId community, IntroductionId subject, Sentence title, List<MemberId> members, Message message)
            implements Outgoing {
        public Thread {
            members = List.copyOf(members);
        }
    }

    /** To the moderators, in the channel that they named. */
    record ToModerators(CommunityId community, Message message) implements Outgoing {}

    /** To everybody, in the channel that moderators named for it; where they named none, to nobody. */
    record ToEverybody(CommunityId community, Message message) implements Outgoing {}
}
