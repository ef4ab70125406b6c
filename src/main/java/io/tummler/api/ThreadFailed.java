package io.tummler.api;

/**
 * A CDI event: the thread of an introduction could not be opened, and no further attempt is made.
 *
 * @param why what only the moderators can mend, in the platform's words
 */
public record ThreadFailed(CommunityId community, IntroductionId subject, String why) {}
