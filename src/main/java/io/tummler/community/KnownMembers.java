package io.tummler.community;

import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.ConsentWithdrawn;
import io.tummler.api.Custody;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Members and consents in the database, with a copy in memory of what is asked for every message: who is listened to, and
 * who is which member. It learns of a consent or a member once that is committed, and of a withdrawal at once.
 */
@ApplicationScoped
class KnownMembers implements Members {
    private static final int AT_ONCE = 1_000;

    private final Clock clock;
    private final Ids ids;
    private final Consents consents;
    private final Event<ConsentWithdrawn> withdrawn;
    private final Event<News> news;
    private final Map<CommunityRef, CommunityId> communities = new ConcurrentHashMap<>();
    private final Map<CommunityId, CommunityRef> refs = new ConcurrentHashMap<>();
    private final Map<CommunityId, Map<String, MemberId>> known = new ConcurrentHashMap<>();
    private final Map<CommunityRef, Set<String>> listened = new ConcurrentHashMap<>();

    /** Told when the transaction is over, which is when memory learns of it. */
    sealed interface News {
        record Founded(CommunityRef ref, CommunityId community) implements News {}

        record Enrolled(CommunityId community, String person, MemberId member) implements News {}

        record Forgotten(CommunityId community, String person) implements News {}

        record ListeningGranted(CommunityRef community, String person) implements News {}

        record ListeningStopped(CommunityRef community, String person) implements News {}
    }

    @Inject
    KnownMembers(Clock clock, Ids ids, Consents consents, Event<ConsentWithdrawn> withdrawn, Event<News> news) {
        this.clock = clock;
        this.ids = ids;
        this.consents = consents;
        this.withdrawn = withdrawn;
        this.news = news;
    }

    /** Before any message of theirs is heard. */
    @Transactional
    void load(@Observes @Priority(1) Custody.Taken taken) {
        drop(taken.communities());
        List<CommunityId> communities = List.copyOf(taken.communities());
        for (int from = 0; from < communities.size(); from += AT_ONCE)
            load(communities.subList(from, Math.min(from + AT_ONCE, communities.size())));
    }

    private void load(List<CommunityId> communities) {
        List<UUID> ids = communities.stream().map(CommunityId::value).toList();
        IdentityRow.<IdentityRow>list("communityId in ?1", ids)
                .forEach(row -> people(new CommunityId(row.communityId)).put(row.personId, new MemberId(row.memberId)));
        IdentityRow.<IdentityRow>list(
                        "from IdentityRow i where i.communityId in ?1 and exists (from ConsentRow c"
                                + " where c.memberId = i.memberId and c.purpose = ?2 and c.version >= ?3)",
                        ids,
                        Purpose.LISTENING,
                        Purpose.LISTENING.version())
                .forEach(row ->
                        listeningTo(ref(new CommunityId(row.communityId))).add(row.personId));
    }

    /** It may come back under another id. */
    void drop(@Observes Custody.GivenUp given) {
        drop(given.communities());
        for (CommunityId community : given.communities()) {
            CommunityRef ref = refs.remove(community);
            if (ref != null) communities.remove(ref);
        }
    }

    private void drop(Set<CommunityId> communities) {
        for (CommunityId community : communities) {
            known.remove(community);
            CommunityRef ref = refs.get(community);
            if (ref != null) listened.remove(ref);
        }
    }

    @Override
    @Transactional
    public Set<CommunityId> communities(Predicate<CommunityRef> which) {
        Map<CommunityRef, CommunityId> found = CommunityRow.<CommunityRow>streamAll()
                .filter(row -> which.test(row.ref()))
                .collect(Collectors.toMap(CommunityRow::ref, row -> new CommunityId(row.id)));
        found.forEach(this::remember);
        return Set.copyOf(found.values());
    }

    private void remember(CommunityRef ref, CommunityId community) {
        communities.put(ref, community);
        refs.put(community, ref);
    }

    private Set<String> listeningTo(CommunityRef community) {
        return listened.computeIfAbsent(community, _ -> ConcurrentHashMap.newKeySet());
    }

    private Map<String, MemberId> people(CommunityId community) {
        return known.computeIfAbsent(community, _ -> new ConcurrentHashMap<>());
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) News.ListeningGranted granted) {
        listeningTo(granted.community()).add(granted.person());
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) News.Founded it) {
        remember(it.ref(), it.community());
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) News.Enrolled it) {
        people(it.community()).put(it.person(), it.member());
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) News.Forgotten it) {
        people(it.community()).remove(it.person());
    }

    /** The member is told that nothing has changed, so nothing has. */
    void restore(@Observes(during = TransactionPhase.AFTER_FAILURE) News.ListeningStopped stopped) {
        listeningTo(stopped.community()).add(stopped.person());
    }

    @Override
    public boolean listensTo(CommunityRef community, PersonRef person) {
        Set<String> people = listened.get(community);
        return people != null && people.contains(person.id());
    }

    @Override
    public Optional<MemberId> known(CommunityRef ref, PersonRef person) {
        CommunityId community = communities.get(ref);
        return community == null
                ? Optional.empty()
                : Optional.ofNullable(people(community).get(person.id()));
    }

    @Override
    public Optional<CommunityId> known(CommunityRef ref) {
        return Optional.ofNullable(communities.get(ref));
    }

    @Override
    @Transactional
    public CommunityId community(CommunityRef ref) {
        CommunityId committed = communities.get(ref);
        if (committed != null) return committed;
        // It may be one of this very transaction.
        Optional<CommunityRow> earlier = row(ref);
        if (earlier.isPresent()) return new CommunityId(earlier.get().id);
        var row = new CommunityRow(ids.next(), ref, ref.id());
        row.persist();
        var community = new CommunityId(row.id);
        news.fire(new News.Founded(ref, community));
        return community;
    }

    @Override
    @Transactional
    public void rename(CommunityRef ref, String name) {
        community(ref);
        row(ref).ifPresent(row -> {
            row.name = name.substring(0, Math.min(name.length(), 200));
            row.removedAt = null;
        });
    }

    static Optional<CommunityRow> row(CommunityRef ref) {
        return CommunityRow.find("platform = ?1 and platformId = ?2", ref.platform(), ref.id())
                .firstResultOptional();
    }

    @Override
    @Transactional
    public CommunityRef ref(CommunityId community) {
        CommunityRef remembered = refs.get(community);
        if (remembered != null) return remembered;
        CommunityRow row = CommunityRow.findById(community.value());
        if (row == null) throw new IllegalArgumentException("no such community: " + community);
        return row.ref();
    }

    @Override
    @Transactional
    public Optional<MemberId> find(CommunityId community, PersonRef person) {
        return identity(community, person).map(row -> new MemberId(row.memberId));
    }

    private static Optional<IdentityRow> identity(CommunityId community, PersonRef person) {
        return IdentityRow.find("communityId = ?1 and personId = ?2", community.value(), person.id())
                .firstResultOptional();
    }

    @Override
    @Transactional
    public MemberId enrol(CommunityId community, PersonRef person) {
        Instant now = clock.instant();
        Optional<IdentityRow> known = identity(community, person);
        if (known.isPresent()) {
            known.get().seen(now);
            return new MemberId(known.get().memberId);
        }
        var member = new MemberRow(ids.next(), community.value(), now);
        member.persist();
        new IdentityRow(member.id, community.value(), person.id(), now).persist();
        var id = new MemberId(member.id);
        news.fire(new News.Enrolled(community, person.id(), id));
        return id;
    }

    @Override
    @Transactional
    public Optional<PersonRef> person(MemberId member) {
        IdentityRow row = IdentityRow.findById(member.value());
        if (row == null) return Optional.empty();
        return Optional.of(new PersonRef(ref(new CommunityId(row.communityId)).platform(), row.personId));
    }

    @Override
    @Transactional
    public void speaks(MemberId member, Locale language) {
        IdentityRow row = IdentityRow.findById(member.value());
        if (row != null && !language.getLanguage().isEmpty()) row.language = language.getLanguage();
    }

    @Override
    @Transactional
    public Optional<Locale> language(MemberId member) {
        return IdentityRow.<IdentityRow>findByIdOptional(member.value())
                .map(row -> row.language)
                .map(Locale::of);
    }

    @Override
    @Transactional
    public List<MemberId> first(CommunityId community, int from, int limit) {
        return MemberRow.<MemberRow>find("communityId = ?1 order by since, id", community.value())
                .range(from, from + limit - 1)
                .stream()
                .map(row -> new MemberId(row.id))
                .toList();
    }

    @Override
    @Transactional
    public Instant since(MemberId member) {
        MemberRow row = MemberRow.findById(member.value());
        if (row == null) throw new IllegalArgumentException("no such member: " + member);
        return row.since;
    }

    @Override
    @Transactional
    public Set<MemberId> joinedSince(Instant then, Collection<MemberId> of) {
        List<UUID> ids = of.stream().map(MemberId::value).toList();
        return MemberRow.<MemberRow>stream("id in ?1 and since >= ?2", ids, then)
                .map(row -> new MemberId(row.id))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional
    public boolean consents(MemberId member, Purpose purpose) {
        return consentsSince(member, purpose).isPresent();
    }

    @Override
    @Transactional
    public Optional<Instant> consentsSince(MemberId member, Purpose purpose) {
        return Consents.since(member, purpose);
    }

    @Override
    @Transactional
    public Set<MemberId> consenting(CommunityId community, Purpose purpose) {
        return Consents.to(purpose, community);
    }

    @Override
    @Transactional
    public Set<MemberId> consenting(Purpose purpose, Collection<MemberId> of) {
        return Consents.to(purpose, of);
    }

    @Override
    @Transactional
    public void grant(MemberId member, Purpose purpose, String shown) {
        IdentityRow identity = IdentityRow.findById(member.value());
        if (identity == null) throw new IllegalArgumentException("forgotten or unknown: " + member);
        if (consents.give(member, purpose, shown) && purpose == Purpose.LISTENING)
            news.fire(new News.ListeningGranted(ref(new CommunityId(identity.communityId)), identity.personId));
    }

    @Override
    @Transactional
    public void withdraw(MemberId member, Purpose purpose) {
        IdentityRow identity = IdentityRow.findById(member.value());
        if (identity == null) return;
        var community = new CommunityId(identity.communityId);
        // Not after the commit: whoever says stop is not heard from here on, however long the rest takes.
        if (purpose == Purpose.LISTENING && listeningTo(ref(community)).remove(identity.personId))
            news.fire(new News.ListeningStopped(ref(community), identity.personId));
        if (consents.takeBack(member, purpose)) withdrawn.fire(new ConsentWithdrawn(community, member, purpose));
    }

    /** Cuts the one link from a member to a person, with every consent and what proves it. */
    void forget(MemberId member) {
        for (Purpose purpose : Purpose.values()) withdraw(member, purpose);
        Consents.forget(member);
        IdentityRow identity = IdentityRow.findById(member.value());
        if (identity == null) return;
        identity.delete();
        news.fire(new News.Forgotten(new CommunityId(identity.communityId), identity.personId));
    }
}
