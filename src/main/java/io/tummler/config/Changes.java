package io.tummler.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.tummler.api.Beat;
import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.PolicyEffect;
import io.tummler.api.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells moderators what changed, and keeps it. What holds in a community is compared with what held when it was last looked
 * at, which the database knows: so a change is told once, by the replica that serves the community, also where it came with
 * a restart.
 */
@ApplicationScoped
class Changes {
    private final BotConfig config;
    private final Sections sections;
    private final List<PolicyEffect> effects;
    private final Outbox outbox;
    private final Ids ids;
    private final ObjectMapper json;
    /** What was looked at last, to know without the database that nothing changed. */
    private final Map<CommunityId, Snapshot> seen = new ConcurrentHashMap<>();

    private final Map<CommunityId, List<Problem>> told = new ConcurrentHashMap<>();
    private final Event<News> news;

    /** Told when the transaction is over, which is when memory learns of it: what was undone is told again. */
    sealed interface News {
        record Seen(CommunityId community, Snapshot now) implements News {}

        record Told(CommunityId community, List<Problem> problems) implements News {}
    }

    @Inject
    Changes(
            BotConfig config,
            Sections sections,
            @All List<PolicyEffect> effects,
            Outbox outbox,
            Ids ids,
            ObjectMapper json,
            Event<News> news) {
        this.config = config;
        this.sections = sections;
        this.effects = effects;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
        this.news = news;
    }

    void look(@Observes Beat beat) {
        tellProblems(beat.community());
        apply(beat.community(), config.snapshot(beat.community()), Optional.empty(), beat.now());
    }

    void drop(@Observes Custody custody) {
        seen.keySet().removeAll(custody.communities());
        told.keySet().removeAll(custody.communities());
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) News.Seen it) {
        seen.put(it.community(), it.now());
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) News.Told it) {
        told.put(it.community(), it.problems());
    }

    private void tellProblems(CommunityId community) {
        List<Problem> problems = config.problems(community);
        if (problems.equals(told.getOrDefault(community, List.of()))) return;
        news.fire(new News.Told(community, problems));
        if (problems.isEmpty()) return;
        outbox.put(new Outgoing.ToModerators(community, Message.of(Says.ConfigBad.of(problems, config.folder()))));
    }

    /** Keeps what holds in a community that the bot has just come to, so that what is changed next is told apart from it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin(CommunityId community, Snapshot now, Instant at) {
        if (EffectiveRow.findById(community.value()) == null) apply(community, now, Optional.empty(), at);
    }

    /**
     * Tells and keeps what differs from what held before.
     *
     * @param by who changed it by a command; empty when it came with the files
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Effective.Change> apply(CommunityId community, Snapshot now, Optional<MemberId> by, Instant at) {
        Snapshot before = seen.get(community);
        if (before != null && before.written() == now.written() && before.mode() == now.mode()) return List.of();
        news.fire(new News.Seen(community, now));
        Effective effective = Effective.of(now, sections);
        EffectiveRow row = EffectiveRow.findById(community.value());
        if (row == null) {
            new EffectiveRow(community.value(), effective.json(json)).persist();
            return List.of();
        }
        List<Effective.Change> changes = effective.since(Effective.read(json, row.settings));
        if (changes.isEmpty()) return changes;
        row.settings = effective.json(json);
        Optional<Commit> commit = by.isPresent() ? Optional.empty() : Commit.of(config.folder());
        keep(community, changes, by, commit, at);
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(Says.ConfigChanged.of(changes, by, commit));
        if (before != null) for (PolicyEffect effect : effects) sentences.addAll(effect.of(community, before, now));
        outbox.put(new Outgoing.ToModerators(community, new Message(sentences, List.of())));
        return changes;
    }

    private void keep(
            CommunityId community,
            List<Effective.Change> changes,
            Optional<MemberId> by,
            Optional<Commit> commit,
            Instant at) {
        var row = new ChangeRow(ids.next(), community.value(), at, new Effective.Changed(changes).json(json));
        row.memberId = by.map(MemberId::value).orElse(null);
        row.commitId = commit.map(Commit::id).orElse(null);
        row.commitAuthor = commit.map(Commit::author).orElse(null);
        row.commitSubject = commit.map(Commit::subject).orElse(null);
        row.persist();
    }

    /** A change that took effect. */
    record Past(Instant at, List<Effective.Change> changes, Optional<MemberId> by, Optional<Commit> commit) {}

    /** The newest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Past> past(CommunityId community, int most) {
        return ChangeRow.<ChangeRow>find("communityId = ?1 order by at desc, id desc", community.value())
                .page(0, most)
                .stream()
                .map(this::past)
                .toList();
    }

    private Past past(ChangeRow row) {
        return new Past(
                row.at,
                Effective.Changed.read(json, row.changes).changes(),
                Optional.ofNullable(row.memberId).map(MemberId::new),
                Optional.ofNullable(row.commitId)
                        .map(id -> new Commit(id, orNone(row.commitAuthor), orNone(row.commitSubject))));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }
}
