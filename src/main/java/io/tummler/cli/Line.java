package io.tummler.cli;

import io.tummler.api.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One message of a transcript.
 *
 * @param id the message's id in the transcript
 * @param channel the name of the channel; of a thread, its parent's
 * @param channelId the id of the channel; of a thread, its parent's; its name where the transcript has no ids
 * @param place the id of the thread or channel
 * @param mentions who is mentioned, in order
 * @param replyTo the id of the message that it answers
 * @param roles what roles the author has, where the transcript tells; of an export, those of the day on which it was made
 * @param automatic a bot or the platform itself wrote it, not a person
 */
record Line(
        String id,
        Instant at,
        String channel,
        String channelId,
        String place,
        Person author,
        String text,
        List<Person> mentions,
        Optional<String> replyTo,
        Optional<Set<Role>> roles,
        boolean automatic)
        implements Transcript.Entry {
    Line {
        mentions = List.copyOf(mentions);
        roles = roles.map(Set::copyOf);
    }

    /**
     * Who wrote or is mentioned.
     *
     * @param id tells people apart
     * @param name what readers of the report see
     */
    record Person(String id, String name) {}
}
