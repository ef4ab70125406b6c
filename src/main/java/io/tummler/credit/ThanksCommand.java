package io.tummler.credit;

import io.quarkus.arc.All;
import io.tummler.api.Account;
import io.tummler.api.Call;
import io.tummler.api.CreditRule;
import io.tummler.api.Exclusions;
import io.tummler.api.Fingerprints;
import io.tummler.api.Happening;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import io.tummler.api.Transfer;
import io.tummler.api.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * {@code /thanks}: says thanks to a member, who hears of it once it earned credit. Thanks beyond what the rules reward
 * are not passed on, so that nobody can be flooded with them.
 */
@ApplicationScoped
class ThanksCommand implements SlashCommand {
    private static final String MEMBER = "member";
    private static final String FOR = "for";

    private final Members members;
    private final Event<Happening> happenings;
    private final Book book;
    private final List<CreditRule> rules;
    private final Outbox outbox;
    private final Fingerprints fingerprints;
    private final PersonHistory history;
    private final Exclusions exclusions;

    ThanksCommand(
            Members members,
            Event<Happening> happenings,
            Book book,
            @All List<CreditRule> rules,
            Outbox outbox,
            Fingerprints fingerprints,
            Alternates alternates,
            Exclusions exclusions) {
        this.members = members;
        this.happenings = happenings;
        this.book = book;
        this.rules = rules;
        this.outbox = outbox;
        this.fingerprints = fingerprints;
        this.history = new PersonHistory(book, alternates, false);
        this.exclusions = exclusions;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "thanks",
                new Says.ThanksDescription(),
                new Option.Person(MEMBER, new Says.ThanksMemberOption(), true),
                new Option.Text(FOR, new Says.ThanksForOption(), false, Wording.LENGTH_MAX));
    }

    @Override
    public Message run(Call call) {
        Optional<MemberId> to = call.person(MEMBER);
        Optional<String> what = call.text(FOR);
        if (what.isEmpty()) return plain(call, to);
        Optional<Message> refused = refused(call, to);
        if (refused.isPresent()) return refused.get();
        return switch (Wording.parse(what.get())) {
            case Wording.Parsed.Good(Wording wording) ->
                thank(call, to.orElseThrow(), earned -> new Says.YouWereThankedFor(call.member(), wording, earned));
            case Wording.Parsed.Empty _ -> Message.of(new Says.ThanksForNothing());
            case Wording.Parsed.TooLong(int length) -> Message.of(new Says.ThanksTooLong(length, Wording.LENGTH_MAX));
        };
    }

    /** Thanks without a word of what for. */
    Message plain(Call call, Optional<MemberId> to) {
        return refused(call, to)
                .orElseGet(
                        () -> thank(call, to.orElseThrow(), earned -> new Says.YouWereThanked(call.member(), earned)));
    }

    private Optional<Message> refused(Call call, Optional<MemberId> to) {
        if (to.equals(Optional.of(call.member()))) return Optional.of(Message.of(new Says.ThanksToYourself()));
        if (to.filter(this::takesPart).isEmpty()) return Optional.of(Message.of(new Says.ThanksToNobody()));
        return Optional.empty();
    }

    private boolean takesPart(MemberId member) {
        return members.consents(member, Purpose.INTRODUCTIONS) || members.consents(member, Purpose.LISTENING);
    }

    private Message thank(Call call, MemberId to, LongFunction<Sentence> news) {
        String cause = "command:" + fingerprints.of(call.cause());
        var thanked = new Happening.Thanked(call.community(), cause, call.member(), to, call.at());
        boolean again = earned(thanked, thanked.to()) > 0;
        happenings.fire(thanked);
        long earned = earned(thanked, thanked.to());
        if (earned == 0) return new Message(notBooked(thanked), List.of());
        // To whom somebody is kept apart from, nothing of theirs is carried; nobody learns that.
        if (!again && !exclusions.apart(call.community(), call.member(), to))
            outbox.put(new Outgoing.Note(call.community(), to, Message.of(news.apply(earned))));
        return Message.of(new Says.ThanksBooked(to, earned, earned(thanked, thanked.from())));
    }

    private long earned(Happening.Thanked thanked, MemberId who) {
        var account = new Account.OfMember(thanked.community(), who);
        return book.causedBy(thanked.community(), thanked.cause()).stream()
                .filter(it -> it.credit().equals(account))
                .mapToLong(Transfer::amount)
                .sum();
    }

    private List<Sentence> notBooked(Happening.Thanked thanked) {
        Stream<Sentence> why = rules.stream().flatMap(it -> it.whyNothing(thanked, history).stream());
        return Stream.concat(Stream.of(new Says.ThanksNotBooked(thanked.to())), why)
                .toList();
    }
}
