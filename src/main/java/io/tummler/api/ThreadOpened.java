package io.tummler.api;

/** A CDI event: the thread of an introduction stands. {@code place} is the platform's id of it. */
public record ThreadOpened(CommunityId community, IntroductionId subject, String place) {}
