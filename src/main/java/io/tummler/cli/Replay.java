package io.tummler.cli;

import io.tummler.api.Account;
import io.tummler.api.Audience;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Ledger;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Mode;
import io.tummler.api.Noticed;
import io.tummler.api.PersonRef;
import io.tummler.api.Policy;
import io.tummler.api.Purpose;
import io.tummler.api.Reciprocity;
import io.tummler.api.Reciprocity.Standing.Known;
import io.tummler.api.Role;
import io.tummler.api.RolesSeen;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.Tick;
import io.tummler.api.Utterance;
import io.tummler.api.Wanted;
import io.tummler.api.Wants;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final CommunityRef where;
    private final Tally tally = new Tally();
    private final Map<String, MemberId> members = new HashMap<>();
    private final Map<MemberId, Set<Role>> roles = new HashMap<>();
    private final Set<MemberId> withoutRoles = new HashSet<>();
    private final Map<String, MemberId> authors = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MemberId> eldest) {
            return size() > MESSAGES_REMEMBERED;
        }
    };

    /**
     * What a replay drives.
     *
     * @param settings decide what the engines do
     * @param wants say what of a platform the settings depend on
     * @param seeing takes the roles that members have
     * @param listening takes what is said
     * @param ticking takes the passing of time
     * @param transaction runs something in a transaction of its own
     */
    record Engines(
            Members members,
            Matching matching,
            Ledger ledger,
            Reciprocity reciprocity,
            Audience audience,
            Settings settings,
            List<Wants> wants,
            Consumer<RolesSeen> seeing,
            Consumer<Utterance> listening,
            Consumer<Tick> ticking,
            Executor transaction,
            Witness witness,
            SilentOutbox outbox) {}

    /**
     * @param where the community that it takes place in: one that nobody knows yet, for what is known of a community counts
     */
    Replay(Engines engines, TranscriptClock clock, CommunityRef where) {
        this.engines = engines;
        this.clock = clock;
        this.where = where;
    }

    /**
     * @param name of the transcript, for the report
     * @param settings where they are written, for the report
     * @param cost what it took so far, asked at the end
     * @throws IOException when the transcript can't be read on
     */
    Report run(String name, String settings, Transcript transcript, Progress progress, Supplier<Report.Cost> cost)
            throws IOException {
        clock.restart();
        CommunityId community = inTransaction(() -> engines.members.community(where));
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
        return inTransaction(() -> tally.report(
                name,
                under(community, settings),
                standings(community),
                credit(community),
                engines.audience.of(community),
                engines.outbox.unsaid(community),
                cost.get()));
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
        see(said, line.roles());
        attempt(community, "message " + line.id(), line.channel(), () -> engines.listening.accept(said));
    }

    /** Rules by role let nobody meet whose roles are unknown; whoever's the transcript does not tell is taken to have none. */
    private void see(Utterance said, Optional<Set<Role>> told) {
        MemberId member = said.speaker();
        if (told.isPresent()) withoutRoles.remove(member);
        else if (!roles.containsKey(member)) withoutRoles.add(member);
        Set<Role> now = told.orElseGet(() -> roles.getOrDefault(member, Set.of()));
        if (now.equals(roles.put(member, now))) return;
        var seen = new RolesSeen(said.community(), member, now);
        attempt(said.community(), "roles at message " + said.message(), "", () -> engines.seeing.accept(seen));
    }

    private void pass(CommunityId community, Instant now) {
        clock.advance(now);
        attempt(community, "the hour " + now, "", () -> engines.ticking.accept(new Tick(community, now)));
    }

    /** Counts what comes of it only when all of it went well, as the engines keep it only then. */
    private void attempt(CommunityId community, String what, String channel, Runnable doing) {
        if (engines.settings.of(community).mode() == Mode.OFF) return;
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
        if (!(engines.matching.declare(Statement.Draft.open(
                        said.community(), noticed.whose(), noticed.kind(), noticed.wording(), Statement.Source.NOTICED))
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
            for (Purpose purpose : Purpose.values()) engines.members.grant(member, purpose, "");
            return member;
        });
        members.put(person.id(), enrolled);
        tally.member(enrolled, person);
        return enrolled;
    }

    private Report.Under under(CommunityId community, String settings) {
        Policy policy = engines.settings.of(community);
        boolean byRole =
                engines.wants.stream().flatMap(it -> it.of(policy).stream()).anyMatch(Wanted.Role.class::isInstance);
        return new Report.Under(settings, policy.mode(), byRole ? withoutRoles.size() : 0);
    }

    private Report.Standings standings(CommunityId community) {
        List<Report.Standing> known = new ArrayList<>();
        for (MemberId member : tally.touched())
            if (engines.reciprocity.of(community, member) instanceof Known standing)
                known.add(new Report.Standing(
                        tally.name(member),
                        standing.score(),
                        standing.given(),
                        standing.received(),
                        engines.ledger.balance(new Account.OfMember(community, member)),
                        standing.causes().stream().map(this::cause).toList()));
        known.sort(Comparator.comparingInt(Report.Standing::score)
                .thenComparingLong(Report.Standing::credit)
                .reversed()
                .thenComparing(Report.Standing::name));
        return new Report.Standings(
                known.stream().limit(Report.TOP).toList(),
                known.stream().map(Report.Standing::score).toList());
    }

    private String cause(Reciprocity.Cause cause) {
        String times = cause.times() == 1 ? "" : ", %d times".formatted(cause.times());
        return "%s%s: %.1f".formatted(tally.name(cause.by()), times, cause.points());
    }

    private Report.Credit credit(CommunityId community) {
        long transfers = 0;
        List<Long> balances = new ArrayList<>();
        for (MemberId member : tally.touched()) {
            var account = new Account.OfMember(community, member);
            balances.add(engines.ledger.balance(account));
            transfers += engines.ledger.transfers(community, member, Integer.MAX_VALUE).stream()
                    .filter(transfer -> transfer.credit().equals(account))
                    .count();
        }
        return new Report.Credit(transfers, balances);
    }

    private <T> T inTransaction(Supplier<T> asking) {
        List<T> answer = new ArrayList<>(1);
        engines.transaction.execute(() -> answer.add(asking.get()));
        return answer.getFirst();
    }
}
