package io.tummler.api;

import java.time.Instant;

/** A CDI event: 24 hours after a question to everybody, nobody else had written in its place. */
public record QuestionUnanswered(CommunityId community, MemberId asker, String message, String place, Instant asked) {}
