package io.tummler.listening;

import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import io.tummler.config.OnePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The neighbours of the listening engine, in memory. */
final class Fakes {
    static final CommunityId COMMUNITY = new CommunityId(new UUID(1, 1));
    static final MemberId ANA = new MemberId(new UUID(0, 1));
    static final MemberId BEN = new MemberId(new UUID(0, 2));
    static final MemberId CEM = new MemberId(new UUID(0, 3));
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Fakes() {}

    static final class FakeSettings implements OnePolicy {
        ListeningSettings listening = new ListeningSettings(true, List.of(), .7, true, Duration.ofHours(24));

        @Override
        public <T extends Record> T section(Class<T> section) {
            return section.cast(listening);
        }

        @Override
        public <T extends Record> Map<String, T> folder(Class<T> section) {
            return Map.of();
        }
    }

    static final class FakeMembers implements Members {
        final Set<MemberId> introducible = new HashSet<>(Set.of(ANA, BEN, CEM));
        final Set<MemberId> listening = new HashSet<>(Set.of(ANA, BEN, CEM));
        final Set<MemberId> direct = new HashSet<>(Set.of(ANA, BEN, CEM));

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
            return NOON;
        }

        @Override
        public Optional<Instant> consentsSince(MemberId member, Purpose purpose) {
            return consents(member, purpose) ? Optional.of(Instant.EPOCH) : Optional.empty();
        }

        @Override
        public boolean consents(MemberId member, Purpose purpose) {
            return switch (purpose) {
                case INTRODUCTIONS -> introducible.contains(member);
                case LISTENING -> listening.contains(member);
                case DIRECT_MESSAGES -> direct.contains(member);
                case TASKS -> false;
            };
        }

        @Override
        public Set<CommunityId> communities(Predicate<CommunityRef> which) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CommunityRef ref(CommunityId community) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rename(CommunityRef ref, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean listensTo(CommunityRef community, PersonRef person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CommunityId community(CommunityRef ref) {
            return COMMUNITY;
        }

        @Override
        public Optional<MemberId> find(CommunityId community, PersonRef person) {
            return Optional.empty();
        }

        @Override
        public MemberId enrol(CommunityId community, PersonRef person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PersonRef> person(MemberId member) {
            return Optional.empty();
        }

        @Override
        public Set<MemberId> consenting(CommunityId community, Purpose purpose) {
            return purpose == Purpose.LISTENING ? Set.copyOf(listening) : Set.of();
        }

        @Override
        public void grant(MemberId member, Purpose purpose, String shown) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void withdraw(MemberId member, Purpose purpose) {
            throw new UnsupportedOperationException();
        }
    }

    /** Takes statements, and says that these members could help with any need. */
    static final class FakeMatching implements Matching {
        final Map<StatementId, Statement> statements = new HashMap<>();
        final List<MemberId> helpers = new ArrayList<>();

        @Override
        public List<Match> helpersFor(StatementId need, int limit) {
            return helpers.stream()
                    .map(helper -> new Match(
                            statements.get(need),
                            statement(helper, Statement.Kind.OFFER, new Wording("anything")),
                            1,
                            List.of(new Match.Reason.SharedWords(List.of("anything")))))
                    .limit(limit)
                    .toList();
        }

        @Override
        public boolean compatible(CommunityId community, MemberId one, MemberId other) {
            return true;
        }

        @Override
        public void helped(StatementId offer) {}

        @Override
        public Optional<Statement> find(StatementId statement) {
            return Optional.ofNullable(statements.get(statement));
        }

        @Override
        public List<Statement> needsOf(MemberId owner) {
            return statements.values().stream()
                    .filter(statement -> statement.owner().equals(owner) && statement.kind() == Statement.Kind.NEED)
                    .toList();
        }

        @Override
        public Declared declare(Statement.Draft draft) {
            if (draft.source() != Statement.Source.NOTICED) throw new IllegalArgumentException("declared by nobody");
            Statement taken = statement(draft.owner(), draft.kind(), draft.wording());
            statements.put(taken.id(), taken);
            return new Declared.Stands(taken);
        }

        private Statement statement(MemberId owner, Statement.Kind kind, Wording wording) {
            return new Statement(
                    new StatementId(new UUID(7, statements.size())),
                    COMMUNITY,
                    owner,
                    kind,
                    wording,
                    Statement.Source.NOTICED,
                    NOON,
                    NOON.plus(Duration.ofDays(90)),
                    false);
        }

        @Override
        public void close(StatementId statement) {
            statements.remove(statement);
        }
    }
}
