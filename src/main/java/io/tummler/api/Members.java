package io.tummler.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who is a member, and what each consented to. */
public interface Members {
    /** The community of this ref, which becomes known when it was not. */
    CommunityId community(CommunityRef ref);

    /** The community of this ref, if it is known by the last change that was committed. Answered from memory. */
    default Optional<CommunityId> known(CommunityRef ref) {
        return Optional.of(community(ref));
    }

    /** The communities that are known, of these. */
    Set<CommunityId> communities(Predicate<CommunityRef> which);

    /** How a platform calls this community. */
    CommunityRef ref(CommunityId community);

    /** Takes note of a community's name, and that the bot is there. */
    void rename(CommunityRef ref, String name);

    /** Whether this person consents to listening. Asked for every message that anybody writes, so answered from memory. */
    boolean listensTo(CommunityRef community, PersonRef person);

    /**
     * The member of this person, if there is one by the last change that was committed. Asked for everybody who has to do
     * with a message that is heard, so answered from memory.
     */
    default Optional<MemberId> known(CommunityRef community, PersonRef person) {
        return find(community(community), person);
    }

    /** The member of this person, if there is one. */
    Optional<MemberId> find(CommunityId community, PersonRef person);

    /** The member of this person, made without any consent when there is none. */
    MemberId enrol(CommunityId community, PersonRef person);

    /** How to reach a member; empty once forgotten. */
    Optional<PersonRef> person(MemberId member);

    /** Takes note of the language in which a member uses the platform. */
    void speaks(MemberId member, Locale language);

    /** The language in which a member used the platform last; empty where that is not known. */
    Optional<Locale> language(MemberId member);

    /** From when on Tummler has known this member; of whoever was forgotten and comes back it is the coming back. */
    Instant since(MemberId member);

    /** Those of these whom Tummler has not known longer than since then. */
    default Set<MemberId> joinedSince(Instant then, Collection<MemberId> of) {
        return of.stream().filter(member -> !since(member).isBefore(then)).collect(Collectors.toUnmodifiableSet());
    }

    /** Of whom Tummler has known longest in this community, the longest first, so many after the first {@code from}. */
    default List<MemberId> first(CommunityId community, int from, int limit) {
        return List.of();
    }

    /** Whether the member consents to the present {@link Purpose#version() version} of this purpose. */
    boolean consents(MemberId member, Purpose purpose);

    /** Since when; empty without consent. */
    Optional<Instant> consentsSince(MemberId member, Purpose purpose);

    /** The members of a community who consent to a purpose. */
    Set<MemberId> consenting(CommunityId community, Purpose purpose);

    /** Those of these who consent to a purpose. */
    default Set<MemberId> consenting(Purpose purpose, Collection<MemberId> of) {
        return of.stream().filter(member -> consents(member, purpose)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Consents to the purpose as it stands now.
     *
     * @param shown the text above the button that was pressed, which is kept as what was consented to
     */
    void grant(MemberId member, Purpose purpose, String shown);

    /** Withdraws, with effect from the next event on, and tells the engines by {@link ConsentWithdrawn}. */
    void withdraw(MemberId member, Purpose purpose);
}
