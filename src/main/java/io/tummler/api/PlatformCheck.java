package io.tummler.api;

import java.util.List;

/** Looks on the platform whether a policy could take effect there: it changes nothing, and needs no login but the token. */
public interface PlatformCheck {
    /**
     * Looks whether what all {@link Wants} name is in this community, and what permissions the bot lacks there. Waits for
     * the platform's answers, some seconds at most.
     */
    Answer look(CommunityRef community, Policy policy);

    /** What the platform said. */
    sealed interface Answer {
        /**
         * @param objections what stands against the policy there; of the section {@code ""} where it is about the community
         */
        record Seen(List<PolicyCheck.Objection> objections) implements Answer {
            public Seen {
                objections = List.copyOf(objections);
            }
        }

        /**
         * Nothing could be seen.
         *
         * @param why what happened and what to do about it, in one line
         */
        record Unanswered(String why) implements Answer {}
    }
}
