package io.tummler.community;

import io.quarkus.runtime.StartupEvent;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.ConsentWithdrawn;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Members and consents in the database, with one copy in memory: who is listened to, which is asked for every message
 * that anybody writes. It learns of a consent once that is committed, and of a withdrawal at once.
 */
@ApplicationScoped
class KnownMembers implements Members {
    private final Clock clock;
    private final Ids ids;
    private final Event<ConsentWithdrawn> withdrawn;
    private final Event<ListeningGranted> listeningGranted;
    private final Event<ListeningStopped> listeningStopped;
    private final Map<CommunityRef, Set<String>> listened = new ConcurrentHashMap<>();

    /** Private news, heard once the transaction has committed. */
    record ListeningGranted(CommunityRef community, String person) {}

    /** Private news, heard when the transaction has not committed. */
    record ListeningStopped(CommunityRef community, String person) {}

    @Inject
    KnownMembers(
            Clock clock,
            Ids ids,
            Event<ConsentWithdrawn> withdrawn,
            Event<ListeningGranted> listeningGranted,
            Event<ListeningStopped> listeningStopped) {
        this.clock = clock;
        this.ids = ids;
        this.withdrawn = withdrawn;
        this.listeningGranted = listeningGranted;
        this.listeningStopped = listeningStopped;
    }

    /** Before any platform reports a message. */
    @Transactional
    void load(@Observes @Priority(1) StartupEvent start) {
        IdentityRow.<IdentityRow>list(
                        "from IdentityRow i where exists (from ConsentRow c where c.memberId = i.memberId and c.purpose = ?1)",
                        Purpose.LISTENING)
                .forEach(row -> people(ref(new CommunityId(row.communityId))).add(row.personId));
    }

    private Set<String> people(CommunityRef community) {
        return listened.computeIfAbsent(community, _ -> ConcurrentHashMap.newKeySet());
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) ListeningGranted granted) {
        people(granted.community()).add(granted.person());
    }

    /** The member is told that nothing has changed, so nothing has. */
    void restore(@Observes(during = TransactionPhase.AFTER_FAILURE) ListeningStopped stopped) {
        people(stopped.community()).add(stopped.person());
    }

    @Override
    public boolean listensTo(CommunityRef community, PersonRef person) {
        Set<String> people = listened.get(community);
        return people != null && people.contains(person.id());
    }

    @Override
    @Transactional
    public CommunityId community(CommunityRef ref) {
        Optional<CommunityRow> known = row(ref);
        if (known.isPresent()) return new CommunityId(known.get().id);
        var row = new CommunityRow(ids.next(), ref, ref.id());
        row.persist();
        return new CommunityId(row.id);
    }

    @Override
    @Transactional
    public void rename(CommunityRef ref, String name) {
        community(ref);
        row(ref).ifPresent(row -> row.name = name.substring(0, Math.min(name.length(), 200)));
    }

    private static Optional<CommunityRow> row(CommunityRef ref) {
        return CommunityRow.find("platform = ?1 and platformId = ?2", ref.platform(), ref.id())
                .firstResultOptional();
    }

    @Override
    @Transactional
    public CommunityRef ref(CommunityId community) {
        CommunityRow row = CommunityRow.findById(community.value());
        if (row == null) throw new IllegalArgumentException("no such community: " + community);
        return row.ref();
    }

    @Override
    @Transactional
    public Optional<MemberId> find(CommunityId community, PersonRef person) {
        return IdentityRow.<IdentityRow>find("communityId = ?1 and personId = ?2", community.value(), person.id())
                .firstResultOptional()
                .map(row -> new MemberId(row.memberId));
    }

    @Override
    @Transactional
    public MemberId enrol(CommunityId community, PersonRef person) {
        return find(community, person).orElseGet(() -> {
            var member = new MemberRow(ids.next(), community.value(), clock.instant());
            member.persist();
            new IdentityRow(member.id, community.value(), person.id()).persist();
            return new MemberId(member.id);
        });
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
    public boolean consents(MemberId member, Purpose purpose) {
        return ConsentRow.findById(new ConsentRow.Key(member.value(), purpose)) != null;
    }

    @Override
    @Transactional
    public Set<MemberId> consenting(CommunityId community, Purpose purpose) {
        return ConsentRow.<ConsentRow>list(
                        "from ConsentRow c where c.purpose = ?1 and exists (from MemberRow m where m.id = c.memberId and m.communityId = ?2)",
                        purpose,
                        community.value())
                .stream()
                .map(row -> new MemberId(row.memberId))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional
    public void grant(MemberId member, Purpose purpose) {
        IdentityRow identity = IdentityRow.findById(member.value());
        if (identity == null) throw new IllegalArgumentException("forgotten or unknown: " + member);
        if (consents(member, purpose)) return;
        new ConsentRow(member.value(), purpose, clock.instant()).persist();
        if (purpose == Purpose.LISTENING)
            listeningGranted.fire(new ListeningGranted(ref(new CommunityId(identity.communityId)), identity.personId));
    }

    @Override
    @Transactional
    public void withdraw(MemberId member, Purpose purpose) {
        IdentityRow identity = IdentityRow.findById(member.value());
        if (identity == null) return;
        var community = new CommunityId(identity.communityId);
        // Not after the commit: whoever says stop is not heard from here on, however long the rest takes.
        if (purpose == Purpose.LISTENING && people(ref(community)).remove(identity.personId))
            listeningStopped.fire(new ListeningStopped(ref(community), identity.personId));
        if (ConsentRow.deleteById(new ConsentRow.Key(member.value(), purpose)))
            withdrawn.fire(new ConsentWithdrawn(community, member, purpose));
    }

    /** Cuts the one link from a member to a person, with every consent. */
    void forget(MemberId member) {
        for (Purpose purpose : Purpose.values()) withdraw(member, purpose);
        IdentityRow.deleteById(member.value());
    }
}
