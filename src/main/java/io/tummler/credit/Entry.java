package io.tummler.credit;

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

/** A transfer at rest. */
@Entity
@Immutable
@Table(name = "transfer")
class Entry {
    private static final String COMMUNITY = "community";
    private static final String MEMBER = "member:";
    private static final String BRAND = "brand:";

    @Id
    UUID id;

    @Column(name = "community_id")
    UUID community;

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

    static Entry of(UUID id, Transfer transfer) {
        var entry = new Entry();
        entry.id = id;
        entry.community = transfer.debit().community().value();
        entry.debit = key(transfer.debit());
        entry.credit = key(transfer.credit());
        entry.amount = transfer.amount();
        entry.reason = transfer.reason();
        entry.cause = transfer.cause();
        entry.happenedAt = transfer.at();
        entry.byMember = transfer.by().map(MemberId::value).orElse(null);
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
                Optional.ofNullable(byMember).map(MemberId::new));
    }

    /** How an account of a community is written; also what a member reads in an export. */
    static String key(Account account) {
        return switch (account) {
            case Account.OfCommunity _ -> COMMUNITY;
            case Account.OfMember of -> key(of.member());
            case Account.OfBrand of -> BRAND + of.brand();
        };
    }

    static String key(MemberId member) {
        return MEMBER + member;
    }

    private Account account(String key) {
        var of = new CommunityId(community);
        if (key.startsWith(MEMBER)) return new Account.OfMember(of, MemberId.of(key.substring(MEMBER.length())));
        if (key.startsWith(BRAND)) return new Account.OfBrand(of, key.substring(BRAND.length()));
        return new Account.OfCommunity(of);
    }
}
