package io.tummler.api;

/** A CDI event: the thread of an introduction is there, and where. */
public record ThreadOpened(CommunityId community, IntroductionId subject, PlaceRef place) {}
