package io.tummler.api;

import java.util.List;

/**
 * Looks for what no single file of {@code bot-config} shows: a reference to something that no file defines, rules that
 * contradict each other. A bean; it is asked about every policy before that takes effect, and holds no state.
 */
public interface PolicyCheck {
    /** What stands against this policy; empty if nothing. */
    List<Objection> objections(Policy policy);

    /**
     * @param section the file it is about, without ending, such as {@code matching} or {@code brands/corner-oven}
     * @param key the key it is about, such as {@code conflicts[0].trades[1]}, entries counted from 0; {@code ""} for the
     *     file
     * @param what what is wrong
     * @param allowed what could stand there instead
     */
    record Objection(String section, String key, String what, String allowed) {}
}
