package io.tummler.api;

/** CDI event: {@code bot-config} was read anew, so that {@link Settings} may answer otherwise from now on. */
public record SettingsRead() {}
