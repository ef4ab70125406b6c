package io.tummler.introduction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.tummler.api.CommunityId;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.PlaceRef;
import io.tummler.api.Wording;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** One introduction. The asker is who is asked second, after the helper said yes. */
@Entity
@Table(name = "introduction")
class IntroductionRow extends PanacheEntityBase {
    /** What stands in place of a topic that is no longer kept. */
    static final String FORGOTTEN = "removed";

    @Id
    UUID id;

    @Column(name = "community_id", nullable = false)
    UUID communityId;

    /** The asker's need, or the id of the broker's act: what belongs together is asked about once. */
    @Column(nullable = false)
    UUID about;

    @Column(nullable = false)
    UUID asker;

    @Column(nullable = false)
    UUID helper;

    /** The offer by which the helper was found. */
    @Nullable UUID offer;

    @Nullable UUID broker;

    /** What three have in common that come about together; null for an introduction by itself. */
    @Nullable UUID ring;

    /** What the asker looks for, or what the broker wrote. */
    @Column(nullable = false)
    @Type(EncryptedText.class)
    String topic;

    /** What the helper offers; empty for a broker's introduction, and for one by name. */
    @Column(nullable = false)
    @Type(EncryptedText.class)
    String brings;

    /** What the asker could give the helper in return; empty where it does not go both ways. */
    @Column(name = "in_return", nullable = false)
    @Type(EncryptedText.class)
    String inReturn;

    /** Why these two, as {@link Because} keeps it. */
    @Column(nullable = false)
    @Type(EncryptedText.class)
    String reasons;

    /** What was known of the two in numbers when a round took them up; null where none did, or it says nothing any more. */
    @Embedded
    @Nullable Features known;

    /** Whether it goes before others of the same helper that wait for room. */
    @Column(name = "new_asker")
    boolean newAsker;

    /** Whether the helper is not to read the topic before both have said yes, and nobody in the thread's title. */
    boolean discreet;

    @Enumerated(EnumType.STRING)
    State state;

    /** When the state's time is up; of what came to nothing, when it is deleted; null once closed. */
    @Nullable Instant due;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "asked_at")
    @Nullable Instant askedAt;

    @Column(name = "accepted_at")
    @Nullable Instant acceptedAt;

    @Column(name = "connected_at")
    @Nullable Instant connectedAt;

    /** Null where it is not closed, or no words are left of it. */
    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    /** Where their thread is, by the platform's id; null without one, and once one of them is forgotten. */
    @Type(EncryptedText.class)
    @Nullable String place;

    /** When the one whose turn it is to write there is told so; null where that is not due any more. */
    @Column(name = "nudge_at")
    @Nullable Instant nudgeAt;

    @Column(name = "asker_wrote")
    boolean askerWrote;

    @Column(name = "helper_wrote")
    boolean helperWrote;

    @Column(name = "asker_found")
    @Enumerated(EnumType.STRING)
    @Nullable Finding askerFound;

    @Column(name = "helper_found")
    @Enumerated(EnumType.STRING)
    @Nullable Finding helperFound;

    /** Two presses at the same instant: one wins, the other is told so. */
    @Version
    long version;

    /** One that was just proposed. */
    static IntroductionRow of(
            UUID id,
            CommunityId community,
            UUID about,
            MemberId asker,
            MemberId helper,
            Wording topic,
            Instant createdAt,
            Instant due) {
        var row = new IntroductionRow();
        row.id = id;
        row.communityId = community.value();
        row.about = about;
        row.asker = asker.value();
        row.helper = helper.value();
        row.topic = topic.text();
        row.brings = "";
        row.inReturn = "";
        row.reasons = "";
        row.state = State.PROPOSED;
        row.createdAt = createdAt;
        row.due = due;
        return row;
    }

    CommunityId community() {
        return new CommunityId(communityId);
    }

    IntroductionId introduction() {
        return new IntroductionId(id);
    }

    MemberId askedBy() {
        return new MemberId(asker);
    }

    MemberId helpedBy() {
        return new MemberId(helper);
    }

    MemberId other(MemberId member) {
        return member.value().equals(asker) ? helpedBy() : askedBy();
    }

    Optional<MemberId> brokeredBy() {
        return Optional.ofNullable(broker).map(MemberId::new);
    }

    /** Whose answer is waited for. */
    Optional<MemberId> turn() {
        return switch (state) {
            case ASKED -> Optional.of(helpedBy());
            case ACCEPTED -> isOfRing() ? Optional.empty() : Optional.of(askedBy());
            case PROPOSED, DECLINED, CONNECTED, CHECKED_IN, CLOSED, LAPSED -> Optional.empty();
        };
    }

    Optional<Finding> foundBy(MemberId member) {
        return Optional.ofNullable(member.value().equals(asker) ? askerFound : helperFound);
    }

    /** Where the two have their thread; none or one. */
    List<PlaceRef> thread() {
        return place == null ? List.of() : List.of(new PlaceRef(place));
    }

    /** The asker knows that this one does not come about, and only its helper, who said yes, does not know it yet. */
    boolean isRefusedByAsker() {
        return state == State.DECLINED && acceptedAt != null;
    }

    boolean isOfRing() {
        return ring != null;
    }

    /** Of one that is of a ring. */
    UUID ringId() {
        return Objects.requireNonNull(ring);
    }

    /** It leads to nothing, for there is nobody on the other side: what a helper's yes left, or what an asker waits for. */
    boolean isInVain() {
        return asker.equals(helper);
    }

    /** Whether this one is, or might yet be, asked to help. */
    boolean isHelper(MemberId member) {
        return helpedBy().equals(member) && (!isInVain() || acceptedAt != null);
    }

    /** Whether the asker named whom to meet, whatever that one offers; as long as its words are kept. */
    boolean isByName() {
        return broker == null && brings.isEmpty();
    }

    /** Takes the words away, which an introduction that came to nothing has no more use for. */
    void strip() {
        topic = "";
        brings = "";
        inReturn = "";
        reasons = "";
    }

    /** Leaves that the two met, for what was earned by it. */
    void forgetWords() {
        strip();
        topic = FORGOTTEN;
        place = null;
        closedAt = null;
    }

    /** What it is about, as this one of the two may know it now; of a discreet need the helper knows the offer, at first. */
    Wording topicFor(MemberId member) {
        return new Wording(discreet && connectedAt == null && helpedBy().equals(member) ? brings : topic);
    }

    boolean isOf(MemberId member) {
        return member.value().equals(asker) || member.value().equals(helper);
    }
}
