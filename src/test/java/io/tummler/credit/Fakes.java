package io.tummler.credit;

import io.tummler.api.Call;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import io.tummler.config.OnePolicy;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The world around an engine, made by hand. */
public final class Fakes {
    public static final CommunityId TOWN = new CommunityId(new UUID(1, 1));
    public static final MemberId ADA = member(1);
    public static final MemberId BOB = member(2);
    public static final MemberId CLEO = member(3);
    public static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    private Fakes() {}

    public static MemberId member(long number) {
        return new MemberId(new UUID(2, number));
    }

    /** 1, 2, 3. */
    public static Ids counted() {
        var last = new AtomicLong();
        return () -> new UUID(3, last.incrementAndGet());
    }

    public static Call call(
            MemberId member,
            String cause,
            Instant at,
            String argument,
            Map<String, String> texts,
            Map<String, Optional<MemberId>> people) {
        return new Call(cause, TOWN, member, at, Locale.ENGLISH, argument, "", texts, people, Map.of(), Map.of());
    }

    public static final class FakeMembers implements Members {
        private final Map<MemberId, Set<Purpose>> consents = new HashMap<>();
        public final Map<MemberId, Instant> since = new HashMap<>();

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
            return since.getOrDefault(member, Instant.EPOCH);
        }

        @Override
        public Optional<Instant> consentsSince(MemberId member, Purpose purpose) {
            return consents(member, purpose) ? Optional.of(Instant.EPOCH) : Optional.empty();
        }

        @Override
        public boolean consents(MemberId member, Purpose purpose) {
            return consents.getOrDefault(member, Set.of()).contains(purpose);
        }

        @Override
        public void grant(MemberId member, Purpose purpose, String shown) {
            consents.computeIfAbsent(member, _ -> new HashSet<>()).add(purpose);
        }

        @Override
        public void withdraw(MemberId member, Purpose purpose) {
            consents.getOrDefault(member, new HashSet<>()).remove(purpose);
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
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<MemberId> find(CommunityId community, PersonRef person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MemberId enrol(CommunityId community, PersonRef person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PersonRef> person(MemberId member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<MemberId> consenting(CommunityId community, Purpose purpose) {
            throw new UnsupportedOperationException();
        }
    }

    public static final class FakeOutbox implements Outbox {
        public final List<Outgoing> put = new ArrayList<>();

        @Override
        public void put(Outgoing outgoing) {
            put.add(outgoing);
        }
    }

    /** Settings of one section or one folder. */
    public record FakeSettings(Record section, Map<String, ? extends Record> files) implements OnePolicy {
        @Override
        public <T extends Record> T section(Class<T> type) {
            return type.cast(section);
        }

        @Override
        public <T extends Record> Map<String, T> folder(Class<T> type) {
            var typed = new java.util.LinkedHashMap<String, T>();
            files.forEach((name, file) -> typed.put(name, type.cast(file)));
            return typed;
        }
    }
}
