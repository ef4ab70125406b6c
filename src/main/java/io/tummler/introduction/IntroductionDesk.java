package io.tummler.introduction;

import io.tummler.api.Button;
import io.tummler.api.CommunityId;
import io.tummler.api.Happening;
import io.tummler.api.Ids;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves introductions through their {@link State states}, and does what each step brings with it. */
@Singleton
class IntroductionDesk {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int REASONS_LENGTH = 1_000;

    private final Outbox outbox;
    private final Settings settings;
    private final Matching matching;
    private final Ids ids;
    private final Clock clock;
    private final Event<Happening> happenings;

    IntroductionDesk(
            Outbox outbox, Settings settings, Matching matching, Ids ids, Clock clock, Event<Happening> happenings) {
        this.outbox = outbox;
        this.settings = settings;
        this.matching = matching;
        this.ids = ids;
        this.clock = clock;
        this.happenings = happenings;
    }

    IntroductionSettings settings() {
        return settings.section(IntroductionSettings.class);
    }

    Optional<IntroductionRow> find(UUID id) {
        return IntroductionRow.<IntroductionRow>findByIdOptional(id);
    }

    /** Those about the same need or act that have neither come about nor come to an end. */
    List<IntroductionRow> pending(UUID about) {
        return IntroductionRow.list(
                "about = ?1 and connectedAt is null and state <> ?2 order by id", about, State.LAPSED);
    }

    Set<UUID> everProposed(UUID about) {
        return IntroductionRow.<IntroductionRow>list("about", about).stream()
                .map(row -> row.helper)
                .collect(Collectors.toSet());
    }

    /**
     * A match, and its helper asked as soon as there is room for it this week.
     *
     * @param now the same for all of one round of asking
     */
    void propose(Match match, Instant now) {
        String reasons = match.reasons().stream()
                .flatMap(reason -> reason instanceof Match.Reason.SharedWords(List<String> words)
                        ? words.stream()
                        : java.util.stream.Stream.empty())
                .distinct()
                .collect(Collectors.joining(","));
        Statement need = match.need();
        IntroductionRow row = row(
                need.community(), need.id().value(), need.owner(), match.offer().owner(), need.wording(), now);
        row.offer = match.offer().id().value();
        row.brings = match.offer().wording().text();
        row.reasons = reasons.substring(0, Math.min(reasons.length(), REASONS_LENGTH));
        row.persist();
        askIfRoom(row);
    }

    /** Two whom a broker thinks should meet; the one who is named second is asked first. */
    void propose(CommunityId community, MemberId one, MemberId other, MemberId broker, Wording topic) {
        IntroductionRow row = row(community, ids.next(), one, other, topic, clock.instant());
        row.broker = broker.value();
        row.persist();
        askIfRoom(row);
    }

    private IntroductionRow row(
            CommunityId community, UUID about, MemberId asker, MemberId helper, Wording topic, Instant now) {
        var row = new IntroductionRow();
        row.id = ids.next();
        row.communityId = community.value();
        row.about = about;
        row.asker = asker.value();
        row.helper = helper.value();
        row.topic = topic.text();
        row.brings = "";
        row.reasons = "";
        row.state = State.PROPOSED;
        row.due = now.plus(settings().answerWithin());
        row.createdAt = now;
        return row;
    }

    /** Asks the helper unless asked about enough in the last seven days; then it waits its turn. */
    void askIfRoom(IntroductionRow row) {
        long asked = IntroductionRow.count(
                "helper = ?1 and askedAt > ?2", row.helper, clock.instant().minus(WEEK));
        if (asked >= settings().weeklyCap()) return;
        if (move(row, State.Event.ASK)) {
            row.askedAt = clock.instant();
            ask(row, row.helpedBy(), Questions.toHelper(row));
        }
    }

    /** A question that stands as long as the introduction's state does. */
    private void ask(IntroductionRow row, MemberId member, Message question) {
        outbox.put(new Outgoing.Note(row.community(), member, question, Optional.of(row.id)));
    }

    /**
     * Takes a step if it has a meaning in this state.
     *
     * @return whether it had
     */
    boolean move(IntroductionRow row, State.Event event) {
        Optional<State> next = row.state.on(event);
        next.ifPresent(state -> {
            // What was asked in the state that ends is nobody's question any more.
            outbox.takeBack(row.id);
            row.state = state;
            if (state.isOver()) row.due = null;
        });
        return next.isPresent();
    }

    /** The helper says yes: the asker is asked, who learns what is offered and not by whom. */
    void helperAccepts(IntroductionRow row) {
        row.acceptedAt = clock.instant();
        row.due = clock.instant().plus(settings().answerWithin());
        ask(row, row.askedBy(), Questions.toAsker(row));
    }

    /** Both said yes: the thread is opened, and what else was asked about the same need has no point any more. */
    void connect(IntroductionRow row) {
        Instant now = clock.instant();
        row.connectedAt = now;
        row.due = now.plus(settings().checkInAfter());
        outbox.put(new Outgoing.Thread(
                row.community(),
                row.introduction(),
                Questions.threadTitle(row),
                List.of(row.askedBy(), row.helpedBy()),
                Questions.threadOpening(row)));
        happenings.fire(
                new Happening.Connected(row.community(), row.introduction(), row.askedBy(), row.helpedBy(), now));
        if (row.broker != null) {
            var broker = new MemberId(row.broker);
            happenings.fire(new Happening.Brokered(row.community(), row.introduction(), broker, now));
            outbox.put(new Outgoing.Note(
                    row.community(), broker, Message.of(new Says.BrokeredConnected(row.askedBy(), row.helpedBy()))));
        }
        for (IntroductionRow other : pending(row.about))
            if (other.state != State.ACCEPTED) move(other, State.Event.END);
    }

    /** The time of the check-in: each is asked apart. */
    void checkIn(IntroductionRow row) {
        row.due = clock.instant().plus(settings().closeAfter());
        ask(row, row.askedBy(), Questions.checkIn(row, row.helpedBy()));
        ask(row, row.helpedBy(), Questions.checkIn(row, row.askedBy()));
    }

    /** What one of them found; the introduction closes when both have said. */
    void found(IntroductionRow row, MemberId member, Finding finding) {
        boolean asker = row.askedBy().equals(member);
        if (asker) row.askerFound = finding;
        else row.helperFound = finding;
        if (finding == Finding.HELPED)
            happenings.fire(new Happening.Helped(
                    row.community(),
                    row.introduction(),
                    member,
                    asker ? row.helpedBy() : row.askedBy(),
                    clock.instant()));
        if (asker && finding == Finding.HELPED && row.broker == null) matching.close(new StatementId(row.about));
        if (row.askerFound != null && row.helperFound != null) move(row, State.Event.BOTH_ANSWERED);
    }

    /** Time is up before it came about: the helper who had said yes hears so, and the asker once for the whole round. */
    void lapsed(IntroductionRow row) {
        if (row.acceptedAt != null)
            outbox.put(new Outgoing.Note(
                    row.community(), row.helpedBy(), Message.of(new Says.CameToNothing(new Wording(row.topic)))));
        boolean cameToSomething = IntroductionRow.count(
                        "about = ?1 and createdAt = ?2 and acceptedAt is not null", row.about, row.createdAt)
                > 0;
        if (row.broker == null && !cameToSomething && pending(row.about).isEmpty())
            outbox.put(new Outgoing.Note(
                    row.community(),
                    row.askedBy(),
                    Message.of(
                            new Says.RoundOver(new Wording(row.topic)),
                            new Button(
                                    new Says.AskAgain(), Button.Style.PRIMARY, AskAction.NAME, row.about.toString()))));
    }
}
