package io.tummler.credit;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNull;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One entry of a community's book, at rest. {@link Register} writes it, and nothing changes it. */
@Entity
@Immutable
@Table(name = "transfer")
class Entry {
    private static final String COMMUNITY = "community";
    private static final String MEMBER = "member:";
    private static final String BRAND = "brand:";
    private static final String GOODWILL = "goodwill:";
    private static final String EXPIRED = "expired";
    private static final int ID_LENGTH = 36;

    /** What an entry does. */
    enum Kind {
        /** Moves credit. */
        BOOKED,
        /** Promises credit: {@link #POSTED} or {@link #VOIDED} later, once. */
        PENDING,
        /** Moves what a pending entry promised. */
        POSTED,
        /** Says that a pending entry moves nothing. */
        VOIDED,
        /** Moves back what another entry moved: its debit is that one's credit. */
        REVERSED
    }

    @Id
    UUID id;

    @Column(name = "community_id")
    UUID community;

    /** The first is 1; none until what an older Tummler booked is taken into the chain. */
    @Column(name = "seq")
    @Nullable Long seq;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    Kind kind;

    /** The entry that this one posts, voids or reverses. */
    @Column(name = "settles")
    @Nullable UUID settles;

    @Column(name = "debit")
    String debit;

    @Column(name = "credit")
    String credit;

    @Column(name = "amount")
    long amount;

    @Column(name = "reason")
    @Enumerated(EnumType.STRING)
    Transfer.Reason reason;

    @Column(name = "cause")
    String cause;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "by_member")
    @Nullable UUID byMember;

    @Column(name = "nth")
    int nth;

    /** When a pending entry is voided. */
    @Column(name = "lapses_at")
    @Nullable Instant lapsesAt;

    /** Of the chain, hexadecimal: over the hash of the entry before and this one's {@link #leaf}. */
    @Column(name = "hash")
    @Nullable String hash;

    static Entry of(UUID id, Kind kind, Transfer transfer) {
        var entry = new Entry();
        entry.id = id;
        entry.kind = kind;
        entry.community = transfer.debit().community().value();
        entry.debit = key(transfer.debit());
        entry.credit = key(transfer.credit());
        entry.amount = transfer.amount();
        entry.reason = transfer.reason();
        entry.cause = transfer.cause();
        // As exact as a database keeps it, or the line would be another one when read.
        entry.happenedAt = transfer.at().truncatedTo(MICROS);
        entry.byMember = transfer.by().map(MemberId::value).orElse(null);
        entry.nth = transfer.nth();
        return entry;
    }

    Transfer transfer() {
        return new Transfer(
                account(debit),
                account(credit),
                amount,
                reason,
                cause,
                happenedAt,
                Optional.ofNullable(byMember).map(MemberId::new),
                nth);
    }

    long seq() {
        return requireNonNull(seq, "not in the chain yet");
    }

    /**
     * All of it in one line, of which the leaf is the hash: fourteen fields with a tab between, as docs/ledger.md lists them.
     * Within a field a backslash, tab, line feed and carriage return are written {@code \\}, {@code \t}, {@code \n} and
     * {@code \r}, so that no two entries have the same line; what is missing is a hyphen.
     */
    String line() {
        return String.join(
                "\t",
                community.toString(),
                Long.toString(seq()),
                id.toString(),
                kind.name(),
                settles == null ? "-" : settles.toString(),
                escaped(debit),
                escaped(credit),
                Long.toString(amount),
                reason.name(),
                escaped(cause),
                happenedAt.toString(),
                byMember == null ? "-" : byMember.toString(),
                Integer.toString(nth),
                lapsesAt == null ? "-" : lapsesAt.toString());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    Hash leaf() {
        return Hash.ofLeaf(line());
    }

    /** How an account of a community is written; also what a member reads in an export. */
    static String key(Account account) {
        return switch (account) {
            case Account.OfCommunity _ -> COMMUNITY;
            case Account.OfMember of -> key(of.member());
            case Account.OfBrand of -> BRAND + of.brand();
            case Account.Goodwill of -> GOODWILL + of.brand() + ":" + of.member();
            case Account.Expired _ -> EXPIRED;
        };
    }

    static String key(MemberId member) {
        return MEMBER + member;
    }

    /** Of an account that is a member's. */
    static MemberId member(String key) {
        return MemberId.of(key.substring(MEMBER.length()));
    }

    private Account account(String key) {
        return account(new CommunityId(community), key);
    }

    /** @throws IllegalArgumentException when no account is written like this */
    static Account account(CommunityId community, String key) {
        if (key.equals(COMMUNITY)) return new Account.OfCommunity(community);
        if (key.equals(EXPIRED)) return new Account.Expired(community);
        if (key.startsWith(MEMBER)) return new Account.OfMember(community, member(key));
        if (key.startsWith(BRAND)) return new Account.OfBrand(community, key.substring(BRAND.length()));
        int member = key.length() - ID_LENGTH;
        if (key.startsWith(GOODWILL) && member > GOODWILL.length())
            return new Account.Goodwill(
                    community, key.substring(GOODWILL.length(), member - 1), MemberId.of(key.substring(member)));
        throw new IllegalArgumentException("no account: " + key);
    }
}
