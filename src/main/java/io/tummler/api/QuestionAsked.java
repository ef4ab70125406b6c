package io.tummler.api;

import java.time.Instant;

/**
 * A CDI event: a question to everybody was noticed. {@link QuestionUnanswered} follows when nobody takes it up.
 *
 * @param due when it counts as unanswered
 */
public record QuestionAsked(
        CommunityId community, MemberId asker, String message, String place, Instant asked, Instant due) {}
