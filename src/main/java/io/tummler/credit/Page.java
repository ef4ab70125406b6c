package io.tummler.credit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is written into the book of a community at once: all of it or nothing.
 *
 * @param entries in the order of their numbers
 * @param totals of each account that they touch, as these are after them
 * @param newAccounts those of them that had no entry before
 * @param tiles that are complete now
 * @param opened pending entries that are open now
 * @param settled pending entries that were open before
 * @param head after all of it
 */
record Page(
        UUID community,
        List<Entry> entries,
        Map<String, Totals> totals,
        Set<String> newAccounts,
        List<Frontier.Tile> tiles,
        List<Entry> opened,
        List<UUID> settled,
        Head head) {}
