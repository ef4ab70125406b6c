package io.tummler.introduction;

import io.tummler.api.Button;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How the two are spoken to, as values: what each may know at each step stands here and nowhere else. */
final class Questions {
    /** In chars, as platforms count: with its tag the title stays below Discord's 100. */
    private static final int TITLE_LENGTH = 60;

    private Questions() {}

    /** The day by which an answer counts. */
    static LocalDate until(IntroductionRow row) {
        return Objects.requireNonNull(row.due).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The helper learns what is needed, never by whom. */
    static Message toHelper(IntroductionRow row) {
        return Message.of(helperAsked(row), yes(new Says.YesIntroduce(), row), no(new Says.NotThisTime(), row));
    }

    private static Sentence helperAsked(IntroductionRow row) {
        Wording topic = row.topicFor(row.helpedBy());
        if (row.broker != null) return new Says.BrokeredAsked(new MemberId(row.broker), topic, until(row));
        if (row.isByName()) return new Says.NamedAsked(topic, until(row));
        if (row.discreet) return new Says.HelperAskedDiscreetly(topic, until(row));
        return new Says.HelperAsked(topic, new Wording(row.brings), until(row));
    }

    /** The asker learns what is offered, never by whom. */
    static Message toAsker(IntroductionRow row) {
        var topic = new Wording(row.topic);
        if (row.isByName())
            return Message.of(
                    new Says.NamedWould(topic, until(row)),
                    yes(new Says.OpenThread(), row),
                    no(new Says.NotThisTime(), row));
        return row.broker != null
                ? Message.of(
                        new Says.BrokeredAsked(new MemberId(row.broker), topic, until(row)),
                        yes(new Says.YesIntroduce(), row),
                        no(new Says.NotThisTime(), row))
                : Message.of(
                        new Says.AskerAsked(topic, new Wording(row.brings), until(row)),
                        yes(new Says.OpenThread(), row),
                        no(new Says.NotThisOne(), row));
    }

    /** What a member would give and get in a ring, never to whom and by whom. */
    static Message toMemberOfRing(IntroductionRow gives, IntroductionRow gets) {
        return Message.of(
                new Says.RingAsked(
                        new Wording(gives.topic),
                        new Wording(gives.brings),
                        new Wording(gets.topic),
                        new Wording(gets.brings),
                        until(gives)),
                yes(new Says.YesIntroduce(), gives),
                no(new Says.NotThisTime(), gives));
    }

    static Sentence ringTitle(IntroductionRow first) {
        return new Says.RingTitle(tag(first));
    }

    /** The same for all three. */
    static Message ringOpening(List<IntroductionRow> ring, boolean thread) {
        List<Says.RingLink> links = ring.stream()
                .map(row -> new Says.RingLink(
                        row.askedBy(), row.helpedBy(), new Wording(row.topic), new Wording(row.brings)))
                .toList();
        return new Message(List.of(new Says.RingOpening(links), new Says.RingRules(thread)), List.of());
    }

    private static Button yes(Sentence label, IntroductionRow row) {
        return new Button(label, Button.Style.SUCCESS, AnswerAction.Accept.NAME, row.id.toString());
    }

    private static Button no(Sentence label, IntroductionRow row) {
        return new Button(label, Button.Style.SECONDARY, AnswerAction.Decline.NAME, row.id.toString());
    }

    /** Bears a tag, so that a thread opened by an attempt that got lost is found again. */
    static Sentence threadTitle(IntroductionRow row) {
        String tag = tag(row);
        if (row.discreet) return new Says.DiscreetThreadTitle(tag);
        String topic = row.topic;
        if (topic.length() > TITLE_LENGTH) {
            int end = Character.isHighSurrogate(topic.charAt(TITLE_LENGTH - 2)) ? TITLE_LENGTH - 2 : TITLE_LENGTH - 1;
            topic = topic.substring(0, end) + "…";
        }
        return new Says.ThreadTitle(topic, tag);
    }

    private static String tag(IntroductionRow row) {
        String id = row.id.toString();
        return id.substring(id.length() - 6);
    }

    static Message threadOpening(IntroductionRow row) {
        return new Message(List.of(opening(row), new Says.ThreadRules()), List.of());
    }

    /** The same for both, but for whom each is told to write to. */
    static Message directOpening(IntroductionRow row, MemberId other) {
        return new Message(List.of(opening(row), new Says.DirectRules(other)), List.of());
    }

    private static Sentence opening(IntroductionRow row) {
        return new Says.ThreadOpening(
                row.askedBy(),
                row.helpedBy(),
                row.broker == null ? List.of() : List.of(new MemberId(row.broker)),
                row.isByName(),
                new Wording(row.topic),
                row.brings.isEmpty() ? List.of() : List.of(new Wording(row.brings)),
                row.inReturn.isEmpty() ? List.of() : List.of(new Wording(row.inReturn)),
                Because.read(row.reasons));
    }

    /** In words that are the helper's own, or were said to the helper: the asker may have taken back the others. */
    static Sentence cameToNothing(IntroductionRow row) {
        if (row.isByName()) return new Says.NamedCameToNothing();
        return new Says.CameToNothing(new Wording(row.broker == null ? row.brings : row.topic), row.broker != null);
    }

    static Sentence accepted(IntroductionRow row) {
        if (row.isByName()) return new Says.MineNamedAccepted(until(row));
        return new Says.MineAccepted(
                new Wording(row.broker == null ? row.brings : row.topic), row.broker != null, until(row));
    }

    static Message checkIn(IntroductionRow row, MemberId other) {
        List<Button> buttons = new ArrayList<>();
        for (Finding finding : Finding.values())
            buttons.add(new Button(
                    new Says.Found(finding),
                    finding == Finding.HELPED ? Button.Style.SUCCESS : Button.Style.SECONDARY,
                    FoundAction.NAME,
                    finding + "." + row.id));
        return new Message(List.of(new Says.CheckIn(other, new Wording(row.topic), row.thread())), buttons);
    }

    /** After they met: whether they would want to be brought together once more. */
    static Message again(IntroductionRow row, MemberId other, Finding finding) {
        return new Message(
                List.of(new Says.CheckInThanks(finding), new Says.Again(other)),
                List.of(
                        new Button(
                                new Says.AgainYes(),
                                Button.Style.SECONDARY,
                                AgainAction.NAME,
                                AgainAction.YES + row.id),
                        new Button(
                                new Says.AgainNo(),
                                Button.Style.SECONDARY,
                                AgainAction.NAME,
                                AgainAction.NO + row.id)));
    }
}
