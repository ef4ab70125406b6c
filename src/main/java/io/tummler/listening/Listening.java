package io.tummler.listening;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.tummler.api.CommunityId;
import io.tummler.api.ConsentWithdrawn;
import io.tummler.api.Custody;
import io.tummler.api.Fingerprints;
import io.tummler.api.Happening;
import io.tummler.api.Listened;
import io.tummler.api.ListeningEnded;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import io.tummler.api.QuestionAsked;
import io.tummler.api.QuestionUnanswered;
import io.tummler.api.Settings;
import io.tummler.api.SignalDetector;
import io.tummler.api.SignalDetector.Finding;
import io.tummler.api.Statement;
import io.tummler.api.Tick;
import io.tummler.api.Utterance;
import io.tummler.api.Wording;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Runs what is said in allowed channels through the detectors and raises what they find.
 *
 * <p>A need or an offer is proposed to its speaker in private, if that member consents to introductions as well: to
 * whoever declined those, the question could lead to nothing but another question. The surest one of a message is
 * proposed, no more. Thanks and unanswered questions need no such consent, for they ask nothing of the member.
 */
@Singleton
class Listening {
    private static final Logger LOG = Logger.getLogger(Listening.class);

    private final List<SignalDetector> detectors;
    private final Settings settings;
    private final Members members;
    private final Recent recent;
    private final Questions questions;
    private final Proposing proposing;
    private final Fingerprints fingerprints;
    private final Event<Happening.Thanked> thanked;
    private final Event<QuestionAsked> asked;
    private final Event<QuestionUnanswered> unanswered;
    private final Event<Listened> listened;
    private final Event<ListeningEnded> ended;
    private final MeterRegistry meters;
    private final Set<Class<?>> reported = ConcurrentHashMap.newKeySet();
    /** Where nothing is held any more since listening is switched off. */
    private final Set<CommunityId> silenced = ConcurrentHashMap.newKeySet();

    Listening(
            @All List<SignalDetector> detectors,
            Settings settings,
            Members members,
            Recent recent,
            Questions questions,
            Proposing proposing,
            Fingerprints fingerprints,
            Event<Happening.Thanked> thanked,
            Event<QuestionAsked> asked,
            Event<QuestionUnanswered> unanswered,
            Event<Listened> listened,
            Event<ListeningEnded> ended,
            MeterRegistry meters) {
        this.detectors = detectors;
        this.settings = settings;
        this.members = members;
        this.recent = recent;
        this.questions = questions;
        this.proposing = proposing;
        this.fingerprints = fingerprints;
        this.thanked = thanked;
        this.asked = asked;
        this.unanswered = unanswered;
        this.listened = listened;
        this.ended = ended;
        this.meters = meters;
    }

    void hear(@Observes Utterance said) {
        ListeningSettings allowed = settings.of(said.community()).section(ListeningSettings.class);
        if (!allowed.hears(said)) return;
        // What comes too late is no answer, whenever the clock ticks.
        questions.due(said.community(), said.at()).forEach(unanswered::fire);
        List<Utterance> before = recent.before(said);
        List<Finding> found =
                detectors.stream().map(it -> inspect(it, said, before)).toList();
        Optional<Wording> helpedWith = recent.askedBefore(said);
        recent.add(said, about(found, allowed));
        raise(said, helpedWith, found, allowed);
    }

    void tick(@Observes Tick tick) {
        ListeningSettings allowed = settings.of(tick.community()).section(ListeningSettings.class);
        proposing.age(tick.now());
        if (!allowed.enabled()) {
            if (silenced.add(tick.community())) silence(tick.community());
            return;
        }
        silenced.remove(tick.community());
        recent.age(tick.community(), tick.now());
        questions.due(tick.community(), tick.now()).forEach(unanswered::fire);
    }

    /** Nothing that was heard leads to anything any more, and nothing that was proposed and not seen yet is said. */
    private void silence(CommunityId community) {
        recent.forget(community);
        questions.forget(community);
        ended.fire(new ListeningEnded(community));
        members.consenting(community, Purpose.LISTENING).forEach(proposing::forget);
    }

    void drop(@Observes Custody.GivenUp given) {
        given.communities().forEach(recent::forget);
        given.communities().forEach(questions::forget);
        proposing.clear();
    }

    void withdrawn(@Observes ConsentWithdrawn gone) {
        if (gone.purpose() == Purpose.LISTENING) forget(gone.member());
    }

    void forget(MemberId member) {
        recent.forget(member);
        questions.forget(member);
        proposing.forget(member);
    }

    /** One detector's trouble is not the others'. What is logged of it holds nothing that was said. */
    private Finding inspect(SignalDetector detector, Utterance said, List<Utterance> before) {
        try {
            return detector.inspect(said, before);
        } catch (RuntimeException | StackOverflowError failure) {
            String name = detector.getClass().getName();
            meters.counter("tummler.listening.detector.failures", "detector", name)
                    .increment();
            if (reported.add(detector.getClass())) {
                StackTraceElement[] trace = failure.getStackTrace();
                LOG.errorf(
                        "%s failed and found nothing: %s at %s. It is counted from now on, not logged again.",
                        name, failure.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
            }
            return Finding.Nothing.NOTHING;
        }
    }

    /** What a need or a question is about. */
    private static Optional<Wording> about(List<Finding> found, ListeningSettings allowed) {
        return found.stream()
                .map(it -> switch (it) {
                    case Finding.Need need when need.confidence() >= allowed.confidence() -> need.wording();
                    case Finding.Question question
                    when question.confidence() >= allowed.confidence() -> question.wording();
                    case Finding.Need _, Finding.Offer _, Finding.Thanks _, Finding.Question _, Finding.Nothing _ -> "";
                })
                .flatMap(it -> Topics.of(it).stream())
                .findFirst();
    }

    /**
     * @param helpedWith what the speaker had asked about in this place before: whoever is thanked can help with that
     */
    private void raise(Utterance said, Optional<Wording> helpedWith, List<Finding> found, ListeningSettings allowed) {
        var toThank = new HashSet<MemberId>();
        Optional<Draft> draft = Optional.empty();
        boolean asks = false;
        for (Finding finding : found) {
            switch (finding) {
                case Finding.Need need
                when need.confidence() >= allowed.confidence() ->
                    draft = surer(draft, Statement.Kind.NEED, need.wording(), need.confidence());
                case Finding.Offer offer
                when offer.confidence() >= allowed.confidence() ->
                    draft = surer(draft, Statement.Kind.OFFER, offer.wording(), offer.confidence());
                case Finding.Thanks thanks when thanks.confidence() >= allowed.confidence() -> toThank.add(thanks.to());
                case Finding.Question question when question.confidence() >= allowed.confidence() -> asks = true;
                case Finding.Need _, Finding.Offer _, Finding.Thanks _, Finding.Question _, Finding.Nothing _ -> {}
            }
        }
        questions.hear(said, asks);
        listened.fire(new Listened(said, asks));
        if (!toThank.isEmpty()) questions.settle(said);
        if (asks) {
            Instant due = said.at().plus(allowed.unansweredAfter());
            questions.ask(said, due);
            asked.fire(
                    new QuestionAsked(said.community(), said.speaker(), said.message(), said.place(), said.at(), due));
        }
        if (allowed.thanks()) thank(said, toThank);
        draft.ifPresent(it -> propose(said, said.speaker(), it));
        helpedWith.ifPresent(it -> offerAgain(said, toThank, it));
    }

    private void propose(Utterance said, MemberId whose, Draft draft) {
        proposing.propose(
                said, new Proposal(whose, said.speaker(), said.channel(), draft.kind, draft.wording, said.at()));
    }

    /** Whoever was thanked by name and is listened to may like to help others with the same. */
    private void offerAgain(Utterance thanks, Set<MemberId> thanked, Wording helpedWith) {
        if (thanked.size() != 1) return;
        MemberId helper = thanked.iterator().next();
        if (helper.equals(thanks.speaker()) || !members.consents(helper, Purpose.LISTENING)) return;
        propose(thanks, helper, new Draft(Statement.Kind.OFFER, helpedWith, 1));
    }

    private record Draft(Statement.Kind kind, Wording wording, double confidence) {}

    private static Optional<Draft> surer(
            Optional<Draft> draft, Statement.Kind kind, String wording, double confidence) {
        if (!(Wording.parse(wording) instanceof Wording.Parsed.Good(Wording good))) return draft;
        return draft.filter(it -> it.confidence >= confidence).or(() -> Optional.of(new Draft(kind, good, confidence)));
    }

    /**
     * The ledger keeps it for ever, under members' own ids: so without the message's id, which leads to its author, and
     * without the minute, by which the message could be found.
     */
    private void thank(Utterance said, Set<MemberId> whom) {
        whom.stream()
                .filter(it -> !it.equals(said.speaker()) && takesPart(it))
                .sorted(Comparator.naturalOrder())
                .map(it -> new Happening.Thanked(
                        said.community(),
                        "message:" + fingerprints.of(said.message()),
                        said.speaker(),
                        it,
                        said.at().truncatedTo(ChronoUnit.HOURS)))
                .forEach(thanked::fire);
    }

    /** Nothing is booked about whoever has not asked for anything of this. */
    private boolean takesPart(MemberId member) {
        return members.consents(member, Purpose.INTRODUCTIONS) || members.consents(member, Purpose.LISTENING);
    }
}
