package io.tummler.cli;

import io.tummler.api.Account;
import io.tummler.api.Audience;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Happening;
import io.tummler.api.Ledger;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Noticed;
import io.tummler.api.Outgoing;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import io.tummler.api.QuestionAsked;
import io.tummler.api.QuestionUnanswered;
import io.tummler.api.Reciprocity;
import io.tummler.api.RolesSeen;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Tick;
import io.tummler.api.Transfer;
import io.tummler.api.Utterance;
import io.tummler.api.Wants;
import io.tummler.api.Wording;
import io.tummler.config.FixedSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Engines for a replay that are simple enough to follow: "I need", "I offer", "thanks" and a question mark are noticed,
 * shared words match, each thanks is worth one credit, and reciprocity is ten a thank. Whoever says "explode" breaks them.
 */
final class Bakery implements Members, Matching, Ledger, Reciprocity {
    static final CommunityRef TOWN = new CommunityRef(Replay.PLATFORM, "transcript");
    static final Duration PATIENCE = Duration.ofHours(24);
    final Witness witness = new Witness();
    final SilentOutbox outbox = new SilentOutbox();
    final Clock clock;
    final List<Utterance> heard = new ArrayList<>();
    final List<Instant> ticks = new ArrayList<>();
    final Map<MemberId, Set<Purpose>> consents = new HashMap<>();
    final List<RolesSeen> roles = new ArrayList<>();
    final List<Audience.Seen> tasks = new ArrayList<>();
    final List<Wants> wants = new ArrayList<>();
    Settings settings = new FixedSettings();
    final List<Statement> statements = new ArrayList<>();
    private final Map<PersonRef, MemberId> people = new LinkedHashMap<>();
    private final Map<MemberId, Set<MemberId>> given = new HashMap<>();
    private final Map<String, Utterance> open = new LinkedHashMap<>();
    private long ids;

    Bakery(Clock clock) {
        this.clock = clock;
    }

    Replay.Engines engines() {
        return new Replay.Engines(
                this,
                this,
                this,
                this,
                _ -> tasks,
                settings,
                wants,
                roles::add,
                this::hear,
                this::pass,
                Runnable::run,
                witness,
                outbox);
    }

    private void hear(Utterance said) {
        if (!clock.instant().equals(said.at())) throw new AssertionError("the clock must stand at " + said.at());
        heard.add(said);
        open.values()
                .removeIf(question -> question.place().equals(said.place())
                        && !question.speaker().equals(said.speaker()));
        if (said.text().startsWith("I need ")) notice(said, Statement.Kind.NEED);
        if (said.text().startsWith("I offer ")) notice(said, Statement.Kind.OFFER);
        if (said.text().contains("thanks"))
            for (MemberId helper : said.mentioned()) {
                given.computeIfAbsent(helper, _ -> new TreeSet<>()).add(said.speaker());
                witness.happened(
                        new Happening.Thanked(said.community(), said.message(), said.speaker(), helper, said.at()));
            }
        if (said.text().endsWith("?")) {
            open.put(said.message(), said);
            witness.asked(new QuestionAsked(
                    said.community(),
                    said.speaker(),
                    said.message(),
                    said.place(),
                    said.at(),
                    said.at().plus(PATIENCE)));
        }
        if (said.text().contains("explode")) throw new IllegalStateException("the oven exploded");
    }

    private void notice(Utterance said, Statement.Kind kind) {
        String words = said.text().split(" ", 3)[2];
        if (Wording.parse(words) instanceof Wording.Parsed.Good(Wording wording)) {
            witness.noticed(new Noticed(said, said.speaker(), kind, wording));
            outbox.put(new Outgoing.Note(said.community(), said.speaker(), new Message(List.of(), List.of())));
        }
    }

    private void pass(Tick tick) {
        ticks.add(tick.now());
        open.values().removeIf(question -> {
            boolean due = !tick.now().isBefore(question.at().plus(PATIENCE));
            if (due)
                witness.unanswered(new QuestionUnanswered(
                        question.community(),
                        question.speaker(),
                        question.message(),
                        question.place(),
                        question.at(),
                        question.at().plus(PATIENCE)));
            return due;
        });
    }

    @Override
    public CommunityId community(CommunityRef ref) {
        return new CommunityId(new UUID(0, 1));
    }

    @Override
    public Optional<MemberId> find(CommunityId community, PersonRef person) {
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public MemberId enrol(CommunityId community, PersonRef person) {
        return people.computeIfAbsent(person, _ -> new MemberId(new UUID(1, ++ids)));
    }

    @Override
    public Optional<PersonRef> person(MemberId member) {
        return people.entrySet().stream()
                .filter(entry -> entry.getValue().equals(member))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<Instant> consentsSince(MemberId member, Purpose purpose) {
        return consents(member, purpose) ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public void speaks(MemberId member, Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Locale> language(MemberId member) {
        return Optional.empty();
    }

    @Override
    public Instant since(MemberId member) {
        return Instant.EPOCH;
    }

    @Override
    public boolean consents(MemberId member, Purpose purpose) {
        return consents.getOrDefault(member, Set.of()).contains(purpose);
    }

    @Override
    public Set<CommunityId> communities(Predicate<CommunityRef> which) {
        return Set.of(community(TOWN));
    }

    @Override
    public CommunityRef ref(CommunityId community) {
        return TOWN;
    }

    @Override
    public void rename(CommunityRef ref, String name) {
        throw new AssertionError("a replay renames nothing");
    }

    @Override
    public boolean listensTo(CommunityRef community, PersonRef person) {
        return find(community(community), person)
                .filter(member -> consents(member, Purpose.LISTENING))
                .isPresent();
    }

    @Override
    public Set<MemberId> consenting(CommunityId community, Purpose purpose) {
        return Set.copyOf(people.values());
    }

    @Override
    public void grant(MemberId member, Purpose purpose, String shown) {
        consents.computeIfAbsent(member, _ -> EnumSet.noneOf(Purpose.class)).add(purpose);
    }

    @Override
    public void withdraw(MemberId member, Purpose purpose) {
        throw new AssertionError("a replay withdraws nothing");
    }

    @Override
    public List<Match> helpersFor(StatementId need, int limit) {
        Statement wanted = find(need).orElseThrow();
        List<Match> matches = new ArrayList<>();
        for (Statement offer : statements) {
            if (offer.kind() != Statement.Kind.OFFER || offer.owner().equals(wanted.owner())) continue;
            Set<String> shared = words(wanted);
            shared.retainAll(words(offer));
            if (shared.isEmpty()) continue;
            double score = (double) shared.size() / words(wanted).size();
            matches.add(new Match(wanted, offer, score, List.of(new Match.Reason.SharedWords(List.copyOf(shared)))));
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        return matches.subList(0, Math.min(limit, matches.size()));
    }

    private static Set<String> words(Statement statement) {
        Set<String> words = new TreeSet<>(Arrays.asList(
                statement.wording().text().toLowerCase(Locale.ROOT).split("\\W+")));
        words.removeIf(word -> word.length() < 4);
        return words;
    }

    @Override
    public boolean compatible(CommunityId community, MemberId one, MemberId other) {
        return true;
    }

    @Override
    public Optional<Statement> find(StatementId statement) {
        return statements.stream().filter(one -> one.id().equals(statement)).findFirst();
    }

    @Override
    public List<Statement> needsOf(MemberId owner) {
        return statements.stream()
                .filter(statement -> statement.owner().equals(owner) && statement.kind() == Statement.Kind.NEED)
                .toList()
                .reversed();
    }

    @Override
    public Declared declare(Statement.Draft draft) {
        Instant now = clock.instant();
        var statement = new Statement(
                new StatementId(new UUID(2, ++ids)),
                draft.community(),
                draft.owner(),
                draft.kind(),
                draft.wording(),
                draft.source(),
                now,
                now.plus(Duration.ofDays(30)),
                draft.discreet());
        statements.add(statement);
        return new Declared.Stands(statement);
    }

    @Override
    public void helped(StatementId offer) {
        throw new AssertionError("a replay asks nobody how it went");
    }

    @Override
    public void close(StatementId statement) {
        throw new AssertionError("a replay closes nothing");
    }

    @Override
    public long balance(Account account) {
        return account instanceof Account.OfMember(var _, MemberId member)
                ? given.getOrDefault(member, Set.of()).size()
                : 0;
    }

    @Override
    public long promised(Account account) {
        return 0;
    }

    @Override
    public List<Transfer> transfers(CommunityId community, MemberId member, int limit) {
        return List.of();
    }

    @Override
    public Standing of(CommunityId community, MemberId member) {
        int thanked = given.getOrDefault(member, Set.of()).size();
        if (thanked == 0) return new Standing.NotYetKnown();
        return new Standing.Known(
                Math.min(100, 10 * thanked),
                Math.min(100, 10 * thanked),
                thanked,
                0,
                given.get(member).stream()
                        .sorted()
                        .map(by -> new Cause(by, clock.instant(), 1, 10))
                        .toList());
    }
}
