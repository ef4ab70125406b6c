package io.tummler.cli;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Ledger;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Noticed;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import io.tummler.api.Reciprocity;
import io.tummler.api.Reciprocity.Standing.Known;
import io.tummler.api.Statement;
import io.tummler.api.Tick;
import io.tummler.api.Utterance;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs a transcript through the engines as if its members were talking now. Takes each author as a member who consents to
 * everything, and each noticed need and offer as confirmed by its author.
 */
final class Replay {
    static final String PLATFORM = "replay";
    private static final int HELPERS_PER_NEED = 3;
    /** Answers refer to messages not much further back; older ones are answered to nobody. */
    private static final int MESSAGES_REMEMBERED = 100_000;

    private final Engines engines;
    private final TranscriptClock clock;
    private final Tally tally = new Tally();
    private final Map<String, MemberId> members = new HashMap<>();
    private final Map<String, MemberId> authors = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MemberId> eldest) {
            return size() > MESSAGES_REMEMBERED;
        }
    };

    /**
     * What a replay drives.
     *
     * @param listening takes what is said
     * @param ticking takes the passing of time
     * @param transaction runs something in a transaction of its own
     */
    record Engines(
            Members members,
            Matching matching,
            Ledger ledger,
            Reciprocity reciprocity,
            Consumer<Utterance> listening,
            Consumer<Tick> ticking,
            Executor transaction,
            Witness witness,
            SilentOutbox outbox) {}

    Replay(Engines engines, TranscriptClock clock) {
        this.engines = engines;
        this.clock = clock;
    }

    /**
     * @param name of the transcript, for the report
     * @param cost what it took so far, asked at the end
     * @throws IOException when the transcript can't be read on
     */
    Report run(String name, Transcript transcript, Progress progress, Supplier<Report.Cost> cost) throws IOException {
        CommunityId community =
                inTransaction(() -> engines.members.community(new CommunityRef(PLATFORM, "transcript")));
        engines.witness.look();
        var hours = new Hours(now -> pass(community, now));
        long messages = 0;
        for (Optional<Transcript.Entry> entry = transcript.next(); entry.isPresent(); entry = transcript.next()) {
            switch (entry.get()) {
                case Transcript.Broken broken -> tally.broken(broken);
                case Line line when line.automatic() -> tally.automatic();
                case Line line -> {
                    if (hours.passed(line.at())) tally.early(line);
                    hear(community, line, hours.reach(line.at()));
                    messages++;
                }
            }
            progress.at(Math.min(0.99, transcript.share()), messages);
        }
        // What is not over when the transcript ends shows only by letting its time pass.
        tally.ended();
        hours.end(tally.lastDue());
        progress.at(1, messages);
        List<Report.Standing> standings = inTransaction(() -> standings(community));
        List<Long> balances = inTransaction(() -> tally.touched().stream()
                .map(member -> engines.ledger.balance(new Account.OfMember(community, member)))
                .toList());
        return tally.report(name, standings, balances, engines.outbox.unsaid(), cost.get());
    }

    private void hear(CommunityId community, Line line, Instant at) {
        clock.advance(at);
        tally.message(line);
        MemberId speaker = member(community, line.author());
        List<MemberId> mentioned = line.mentions().stream()
                .flatMap(person -> Optional.ofNullable(members.get(person.id())).stream())
                .filter(member -> !member.equals(speaker))
                .toList();
        Optional<MemberId> answered = line.replyTo().flatMap(id -> Optional.ofNullable(authors.get(id)));
        Optional<MemberId> repliedTo = answered.filter(member -> !member.equals(speaker));
        // What a bot wrote, or nobody remembers, was written by somebody all the same.
        boolean addressed = line.mentions().stream()
                        .anyMatch(person -> !person.id().equals(line.author().id()))
                || line.replyTo().isPresent() && answered.isEmpty();
        authors.put(line.id(), speaker);
        var said = new Utterance(
                community,
                speaker,
                line.id(),
                line.channel(),
                line.channelId(),
                line.place(),
                at,
                line.text(),
                mentioned,
                repliedTo,
                addressed);
        attempt("message " + line.id(), line.channel(), () -> engines.listening.accept(said));
    }

    private void pass(CommunityId community, Instant now) {
        clock.advance(now);
        attempt("the hour " + now, "", () -> engines.ticking.accept(new Tick(community, now)));
    }

    /** Counts what comes of it only when all of it went well, as the engines keep it only then. */
    private void attempt(String what, String channel, Runnable doing) {
        List<Runnable> counting = new ArrayList<>();
        try {
            engines.transaction.execute(() -> {
                doing.run();
                Witness.Seen seen = engines.witness.look();
                for (Noticed noticed : seen.noticed()) counting.add(confirm(noticed));
                counting.add(() -> seen.asked().forEach(tally::asked));
                counting.add(() -> seen.unanswered().forEach(tally::unanswered));
                counting.add(() -> seen.happenings().forEach(happening -> tally.happened(happening, channel)));
            });
        } catch (RuntimeException failure) {
            engines.witness.look();
            tally.failed(what + ": " + failure);
            return;
        }
        counting.forEach(Runnable::run);
    }

    /** Says yes for the author. */
    private Runnable confirm(Noticed noticed) {
        Utterance said = noticed.said();
        if (!(engines.matching.declare(
                        said.community(), noticed.whose(), noticed.kind(), noticed.wording(), Statement.Source.NOTICED)
                instanceof Matching.Declared.Stands(Statement statement)))
            // The member has as many open as one may have, and would be told so.
            return () -> tally.noticed(noticed);
        return switch (noticed.kind()) {
            case OFFER -> () -> tally.noticed(noticed);
            case NEED -> {
                var matches = engines.matching.helpersFor(statement.id(), HELPERS_PER_NEED);
                yield () -> {
                    tally.noticed(noticed);
                    tally.suggested(matches);
                };
            }
        };
    }

    private MemberId member(CommunityId community, Line.Person person) {
        MemberId known = members.get(person.id());
        if (known != null) return known;
        MemberId enrolled = inTransaction(() -> {
            MemberId member = engines.members.enrol(community, new PersonRef(PLATFORM, person.id()));
            for (Purpose purpose : Purpose.values()) engines.members.grant(member, purpose);
            return member;
        });
        members.put(person.id(), enrolled);
        tally.member(enrolled, person.name());
        return enrolled;
    }

    private List<Report.Standing> standings(CommunityId community) {
        List<Report.Standing> known = new ArrayList<>();
        for (MemberId member : tally.touched())
            if (engines.reciprocity.of(community, member) instanceof Known standing)
                known.add(new Report.Standing(
                        tally.name(member), standing, engines.ledger.balance(new Account.OfMember(community, member))));
        known.sort(
                Comparator.comparingInt((Report.Standing one) -> one.standing().score())
                        .thenComparingLong(Report.Standing::credit)
                        .reversed()
                        .thenComparing(Report.Standing::name));
        return known.subList(0, Math.min(Report.TOP, known.size()));
    }

    private <T> T inTransaction(Supplier<T> asking) {
        List<T> answer = new ArrayList<>(1);
        engines.transaction.execute(() -> answer.add(asking.get()));
        return answer.getFirst();
    }
}
