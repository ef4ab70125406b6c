package io.tummler.api;

import java.util.Map;

/** The sections of {@code bot-config} as they hold at one moment, for one community or for any without files of its own. */
public interface Policy {
    /** A section that is one file. */
    <T extends Record> T section(Class<T> section);

    /** Sections of which a folder holds one file each, by file name without ending, in its order. */
    <T extends Record> Map<String, T> folder(Class<T> section);

    /** Sentences in other words than those that ship: by language, engine and sentence, such as {@code en/credit/thanks-booked}. */
    Map<String, String> words();

    /** How far the bot may go. */
    Mode mode();
}
