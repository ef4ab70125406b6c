package io.tummler.api;

import java.time.Instant;

/**
 * A CDI event: a question to everybody was not answered in the time that the community's settings give it.
 *
 * @param due when that time was over
 */
public record QuestionUnanswered(
        CommunityId community, MemberId asker, String message, String place, Instant asked, Instant due) {}
