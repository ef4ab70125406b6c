package io.tummler.introduction;

import io.tummler.api.Button;
import io.tummler.api.CommunityId;
import io.tummler.api.Exclusions;
import io.tummler.api.Ids;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Mode;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Purpose;
import io.tummler.api.Ring;
import io.tummler.api.Settings;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Moves introductions through their {@link State states}, and does what each step brings with it. */
@Singleton
class IntroductionDesk {
    /** As long as it is known who was asked about what and whom, so that nobody is asked about it twice. */
    static final Duration LAPSED_KEPT = Duration.ofDays(IntroductionSettings.COOL_DOWN_DAYS_MAX);

    private final Outbox outbox;
    private final Settings settings;
    private final Matching matching;
    private final Members members;
    private final Exclusions exclusions;
    private final AskedBefore before;
    private final Restraints restraints;
    private final Ids ids;
    private final Clock clock;

    IntroductionDesk(
            Outbox outbox,
            Settings settings,
            Matching matching,
            Members members,
            Exclusions exclusions,
            AskedBefore before,
            Restraints restraints,
            Ids ids,
            Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.matching = matching;
        this.members = members;
        this.exclusions = exclusions;
        this.before = before;
        this.restraints = restraints;
        this.ids = ids;
        this.clock = clock;
    }

    IntroductionSettings settings(CommunityId community) {
        return settings.of(community).section(IntroductionSettings.class);
    }

    Optional<IntroductionRow> find(UUID id) {
        return IntroductionRow.<IntroductionRow>findByIdOptional(id);
    }

    /** Those about the same need or act that have neither come about nor come to an end. */
    List<IntroductionRow> pending(UUID about) {
        return IntroductionRow.list(
                "about = ?1 and connectedAt is null and state <> ?2 order by id", about, State.LAPSED);
    }

    /** Those about it from which its asker may still hear something. */
    List<IntroductionRow> openTo(UUID asker, UUID about) {
        return pending(about).stream()
                .filter(row -> row.asker.equals(asker) && !row.isRefusedByAsker() && !row.isOfRing())
                .toList();
    }

    /** Whether moderators let these two meet, as far as is known now. */
    boolean mayMeet(IntroductionRow row) {
        return matching.compatible(row.community(), row.askedBy(), row.helpedBy());
    }

    /** Whether one of these two does not want to be brought together with the other, as far as is known now. */
    boolean areApart(IntroductionRow row) {
        return exclusions.apart(row.community(), row.askedBy(), row.helpedBy());
    }

    /** Whoever does not want to be brought together with a broker is not to be reached by that way either. */
    private boolean isApartFromBroker(UUID broker, MemberId member, CommunityId community) {
        return exclusions.apart(community, new MemberId(broker), member);
    }

    /**
     * One round of asking: each helper is asked as soon as there is room for it this week. Whoever is not to be asked again
     * looks to the asker like somebody who has no room, or no answer.
     *
     * @param now the same for all of it
     * @param notAgain whose helper was asked about it, or about the same asker, before
     */
    void propose(List<Rounds.Taken> round, Instant now, Predicate<Match> notAgain) {
        // First all of them: ids count, and who sees that of one must not learn by it who before was asked.
        List<IntroductionRow> rows =
                round.stream().map(taken -> propose(taken, now)).toList();
        for (int i = 0; i < rows.size(); i++)
            if (notAgain.test(round.get(i).match())) move(rows.get(i), State.Event.NO);
            else askIfRoom(rows.get(i));
    }

    private IntroductionRow propose(Rounds.Taken taken, Instant now) {
        IntroductionRow row = propose(taken.match(), now);
        row.known = taken.known();
        row.newAsker = taken.newAsker();
        return row;
    }

    /** The introductions that a ring is made of, in its order. */
    List<IntroductionRow> rows(Ring ring, Instant now) {
        UUID id = ids.next();
        List<IntroductionRow> rows =
                ring.links().stream().map(link -> propose(link, now)).toList();
        rows.forEach(row -> row.ring = id);
        return rows;
    }

    private IntroductionRow propose(Match match, Instant now) {
        Statement need = match.need();
        IntroductionRow row = row(
                need.community(), need.id().value(), need.owner(), match.offer().owner(), need.wording(), now);
        row.offer = match.offer().id().value();
        row.brings = match.offer().wording().text();
        row.discreet = need.discreet();
        row.reasons = Because.kept(match.reasons());
        for (Match.Reason reason : match.reasons())
            if (reason instanceof Match.Reason.Swap swap)
                row.inReturn = swap.askerOffers().wording().text();
        row.persist();
        return row;
    }

    /** Two whom a broker thinks should meet; the one who is named second is asked first. */
    void propose(CommunityId community, MemberId one, MemberId other, MemberId broker, Wording topic) {
        IntroductionRow row = row(community, ids.next(), one, other, topic, clock.instant());
        row.broker = broker.value();
        row.persist();
        askIfRoom(row);
    }

    /** Two of whom one can't be asked: only the broker waits for it. */
    void proposeInVain(CommunityId community, MemberId broker, Wording topic) {
        IntroductionRow row = row(community, ids.next(), broker, broker, topic, clock.instant());
        row.broker = broker.value();
        row.persist();
        move(row, State.Event.NO);
    }

    private IntroductionRow row(
            CommunityId community, UUID about, MemberId asker, MemberId helper, Wording topic, Instant now) {
        Instant due = now.plus(settings(community).answerWithin());
        return IntroductionRow.of(ids.next(), community, about, asker, helper, topic, now, due);
    }

    /**
     * Asks the helper unless asked about enough in the last seven days; then it waits its turn. Of two who may not meet, or
     * not again yet, the helper is not asked; but a broker's helper is, for else a broker and a helper in league would
     * learn why.
     */
    void askIfRoom(IntroductionRow row) {
        if (!before.hasRoom(row.community(), row.helpedBy())) return;
        boolean never = !members.consents(row.helpedBy(), Purpose.INTRODUCTIONS)
                || (row.broker == null
                        ? !mayMeet(row) || areApart(row) || before.isPairAgain(row) || isTooDiscreetByNow(row)
                        : isApartFromBroker(row.broker, row.helpedBy(), row.community()));
        if (never) {
            move(row, State.Event.NO);
        } else if (move(row, State.Event.ASK)) {
            row.askedAt = clock.instant();
            ask(row, row.helpedBy(), Questions.toHelper(row));
        }
    }

    /**
     * While it waited, its asker may have made it something that nobody is to read yet; then it can't be what somebody is
     * asked about who offers nothing of the kind.
     */
    private boolean isTooDiscreetByNow(IntroductionRow row) {
        row.discreet |= matching.find(new StatementId(row.about))
                .filter(Statement::discreet)
                .isPresent();
        return row.discreet && row.isByName();
    }

    /** A question that stands as long as the introduction's state does. */
    void ask(IntroductionRow row, MemberId member, Message question) {
        outbox.put(new Outgoing.Note(
                row.community(), member, question, Optional.of(row.id), Outgoing.Note.Manner.QUESTION));
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
            if (state == State.CLOSED) {
                row.due = null;
                row.closedAt = clock.instant();
            }
            if (state == State.LAPSED) row.due = clock.instant().plus(LAPSED_KEPT);
        });
        return next.isPresent();
    }

    /**
     * The helper says yes: the asker is asked, who learns what is offered and not by whom. A broker's asker may not want
     * to be asked, or was asked enough, or may not meet this helper: to the helper that is the same as an asker who gives
     * no answer.
     */
    void helperAccepts(IntroductionRow row) {
        boolean mayAsk = row.broker == null
                || members.consents(row.askedBy(), Purpose.INTRODUCTIONS)
                        && before.hasRoom(row.community(), row.askedBy())
                        && mayMeet(row)
                        && !areApart(row)
                        && !isApartFromBroker(row.broker, row.askedBy(), row.community())
                        && !before.isPairAgain(row);
        row.acceptedAt = clock.instant();
        row.due = clock.instant().plus(settings(row.community()).answerWithin());
        if (mayAsk) ask(row, row.askedBy(), Questions.toAsker(row));
        else move(row, State.Event.NO);
    }

    /** It has lost its point before it came about, and nobody waits to hear of it. */
    void end(IntroductionRow row) {
        if (!move(row, State.Event.END)) return;
        row.strip();
        // That nobody had the time to answer is no answer.
        row.known = null;
    }

    /** The time of the check-in: each is asked apart. */
    private void checkIn(IntroductionRow row) {
        row.nudgeAt = null;
        row.due = clock.instant().plus(settings(row.community()).closeAfter());
        ask(row, row.askedBy(), Questions.checkIn(row, row.helpedBy()));
        // In a ring each is asked of whoever was to help them.
        if (!row.isOfRing()) ask(row, row.helpedBy(), Questions.checkIn(row, row.askedBy()));
    }

    /** Time is up: what happens next, if anything does in this state. */
    void timeIsUp(IntroductionRow row) {
        boolean askerKnows = row.isRefusedByAsker();
        noteSilence(row);
        if (!move(row, State.Event.TIME)) return;
        if (row.state == State.CHECKED_IN) checkIn(row);
        if (row.state == State.LAPSED) lapsed(row, askerKnows);
    }

    /**
     * Who was asked on somebody else's behalf and gave no answer; not whom the question never reached, because it had to
     * wait, or because the bot speaks to nobody first.
     */
    private void noteSilence(IntroductionRow row) {
        boolean unsaid = outbox.takeBack(row.id);
        if (unsaid || settings.of(row.community()).mode() != Mode.LIVE) {
            row.known = null;
            return;
        }
        row.turn()
                .filter(member -> row.broker != null || member.equals(row.helpedBy()))
                .ifPresent(member -> restraints.leftUnanswered(row.community(), member));
    }

    /**
     * It did not come about: the helper who had said yes hears so, and the asker once for the whole round, when nothing
     * is open any more.
     */
    private void lapsed(IntroductionRow row, boolean askerKnows) {
        if (row.acceptedAt != null)
            outbox.put(new Outgoing.Note(row.community(), row.helpedBy(), Message.of(Questions.cameToNothing(row))));
        if (row.broker == null
                && !row.isOfRing()
                && !askerKnows
                && openTo(row.asker, row.about).isEmpty()
                && !connected(row))
            outbox.put(new Outgoing.Note(
                    row.community(),
                    row.askedBy(),
                    Message.of(
                            new Says.RoundOver(new Wording(row.topic), somebodyAccepted(row)),
                            new Button(
                                    new Says.AskAgain(), Button.Style.PRIMARY, AskAction.NAME, row.about.toString()))));
        row.strip();
    }

    private static boolean connected(IntroductionRow row) {
        return IntroductionRow.count("about = ?1 and connectedAt is not null", row.about) > 0;
    }

    /** In the round of asking that this one belongs to. */
    private static boolean somebodyAccepted(IntroductionRow row) {
        return IntroductionRow.count(
                        "about = ?1 and createdAt = ?2 and acceptedAt is not null", row.about, row.createdAt)
                > 0;
    }
}
