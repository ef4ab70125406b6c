package io.tummler.matching;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "statement")
class StatementRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    @Column(nullable = false)
    UUID owner;

    @Enumerated(EnumType.STRING)
    Statement.Kind kind;

    @Column(nullable = false)
    @Type(EncryptedText.class)
    String wording;

    @Enumerated(EnumType.STRING)
    Statement.Source source;

    @Column(nullable = false)
    Instant since;

    @Column(nullable = false)
    Instant until;

    /** Of a need, whether nobody reads it before both have said yes. */
    boolean discreet;

    /** Of an offer, how often somebody whom it led to its owner said that it helped. */
    int helped;

    /** Of an offer, when those who look for it were told; of a need, when its owner was last told of an offer. */
    @Column(name = "told_at")
    @Nullable Instant toldAt;

    /** When it was looked whether it closes a ring. */
    @Column(name = "looked_at")
    @Nullable Instant lookedAt;

    protected StatementRow() {}

    StatementRow(StatementId id, Statement.Draft draft, Instant since, Instant until) {
        this.id = id.value();
        this.communityId = draft.community().value();
        this.owner = draft.owner().value();
        this.kind = draft.kind();
        this.wording = draft.wording().text();
        this.source = draft.source();
        this.since = since;
        this.until = until;
        this.discreet = draft.discreet();
    }

    /** All that stands in a community, in the order of ids; as values, for there may be hundreds of thousands. */
    static List<Statement> standing(CommunityId community) {
        return getEntityManager()
                .createQuery(
                        "select s.id, s.owner, s.kind, s.wording, s.source, s.since, s.until, s.discreet from StatementRow s"
                                + " where s.communityId = ?1 order by s.id",
                        Object[].class)
                .setParameter(1, community.value())
                .getResultStream()
                .map(row -> new Statement(
                        new StatementId((UUID) row[0]),
                        community,
                        new MemberId((UUID) row[1]),
                        (Statement.Kind) row[2],
                        new Wording((String) row[3]),
                        (Statement.Source) row[4],
                        (Instant) row[5],
                        (Instant) row[6],
                        (boolean) row[7]))
                .toList();
    }

    Statement statement() {
        return new Statement(
                new StatementId(id),
                new CommunityId(communityId),
                new MemberId(owner),
                kind,
                new Wording(wording),
                source,
                since,
                until,
                discreet);
    }
}
