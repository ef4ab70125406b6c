/**
 * Tummler: a house with one rule, that every arrow points toward {@code api}.
 *
 * <pre>
 *             cli        dashboard
 *               \          /
 *    +-----------+--------+----+--------------+--------+-------+-------+
 * community  listening  matching  introduction  credit  brand  proof     engines: never import each other
 *    +-----------+--------+----+--------------+--------+-------+-------+
 *    ============================ api ==================================  imports nobody
 *    +-----------+-------------+---+--------------+
 *  detectors  matchmakers       rules    chat.discord, chat.sandbox       same doors as outsiders
 * </pre>
 *
 * <p>The way of one message: a platform hands it to {@code chat}'s intake; without the author's consent it is dropped
 * there. Otherwise {@code listening} runs it through the detectors and raises signals; a need that its author confirms
 * becomes a statement, {@code matching} finds who could help, {@code introduction} asks both sides, {@code credit} books
 * what the introduction earned, and {@code brand} knows who may be asked a favour. Engines tell each other what happened
 * by CDI events that carry {@code api} records, and ask each other through {@code api} interfaces. Everything to say is a
 * row in the outbox, in the same transaction as what caused it. {@code store} is the database underneath all of them.
 *
 * <p>Several processes may share one PostgreSQL: guild, shard, replica. Each holds leases on some shards, and so a community
 * is one process's at a time; its memory of it is read from the database when it takes it over, see {@code api.Custody}.
 * What is due is due in a community and done where that is served, so there are no jobs to be coordinated besides.
 *
 * <p>{@code ArchitectureTest} keeps the rule.
 */
@NullMarked
package io.tummler;

import org.jspecify.annotations.NullMarked;
