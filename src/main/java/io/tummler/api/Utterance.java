package io.tummler.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of a member who consents to listening, on its way through the detectors. Its text is kept by nobody.
 *
 * @param message the platform's id of the message
 * @param channel the channel's name; of a thread, its parent's
 * @param channelId the platform's id of the channel; of a thread, its parent's
 * @param place the platform's id of the channel or thread
 * @param mentioned members who are mentioned
 * @param repliedTo the member whose message it answers
 * @param addressed whether it mentions or answers somebody at all, who may be no member: then it is not for everybody
 */
public record Utterance(
        CommunityId community,
        MemberId speaker,
        String message,
        String channel,
        String channelId,
        String place,
        Instant at,
        String text,
        List<MemberId> mentioned,
        Optional<MemberId> repliedTo,
        boolean addressed) {
    public Utterance {
        mentioned = List.copyOf(mentioned);
        addressed |= !mentioned.isEmpty() || repliedTo.isPresent();
    }
}
