package io.tummler.introduction;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A member's introductions, as far as this member may know: of what is not connected, neither who the other is nor what
 * the other said.
 */
@Singleton
class Introductions implements Holding {
    private static final int SHOWN = 8;

    private final IntroductionDesk desk;
    private final Clock clock;

    Introductions(IntroductionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "introductions";
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        // A set: however many helpers are asked about a need, its owner sees one line.
        Set<Sentence> lines = new LinkedHashSet<>();
        for (IntroductionRow row : of(member)) {
            Sentence line = line(row, member);
            if (line != null && lines.size() < SHOWN) lines.add(line);
        }
        for (IntroductionRow row : brokeredBy(member).reversed())
            if (isToldToBroker(row) && lines.size() < SHOWN)
                lines.add(new Says.MineBrokered(new Wording(row.topic), row.connectedAt != null));
        List<Sentence> sentences = new ArrayList<>(List.of(new Says.MineTitle()));
        if (lines.isEmpty()) sentences.add(new Says.MineNone());
        sentences.addAll(lines);
        return new Message(sentences, List.of());
    }

    /**
     * By when they are due, the latest first, and what is closed last; not by when they came, for what is left of an
     * introduction that leads to nothing may have come later than the introduction.
     */
    private static List<IntroductionRow> of(MemberId member) {
        return Timetable.of(member).reversed().stream()
                .sorted(Comparator.comparing(
                        (IntroductionRow row) -> Optional.ofNullable(row.due).orElse(Instant.MIN),
                        Comparator.reverseOrder()))
                .toList();
    }

    /** As long as it would be if nobody answered: when it goes must not tell that somebody did. */
    private boolean isToldToBroker(IntroductionRow row) {
        return row.connectedAt != null
                || row.createdAt
                        .plus(desk.settings(row.community()).answerWithin())
                        .isAfter(clock.instant());
    }

    private static @org.jspecify.annotations.Nullable Sentence line(IntroductionRow row, MemberId member) {
        if (row.state == State.LAPSED) return null;
        Wording topic = row.topicFor(member);
        boolean helper = row.isHelper(member);
        MemberId other = helper ? row.askedBy() : row.helpedBy();
        return switch (row.state) {
            case PROPOSED, ASKED, DECLINED, ACCEPTED -> {
                // A broker's introduction is first heard of when asked about it.
                if (helper && row.acceptedAt != null) yield Questions.accepted(row);
                if (helper) yield row.state == State.ASKED ? new Says.MineAsked(topic, Questions.until(row)) : null;
                // What one would get in a ring is said in the question what one would give.
                if (row.isOfRing()) yield null;
                if (row.state == State.ACCEPTED) yield new Says.MineAsked(topic, Questions.until(row));
                yield row.broker == null && row.acceptedAt == null
                        ? new Says.MineOpen(topic, Questions.until(row))
                        : null;
            }
            case CONNECTED, CHECKED_IN -> new Says.MineConnected(other, topic, row.thread());
            case CLOSED -> new Says.MineClosed(other, topic);
            case LAPSED -> null;
        };
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        // Once each: how many were asked about one need is not the asker's to know.
        return Stream.concat(
                        of(member).stream().filter(row -> knowsOf(row, member)).map(row -> export(row, member)),
                        brokeredBy(member).stream().filter(this::isToldToBroker).map(Introductions::exportBrokered))
                .distinct()
                .toList();
    }

    /** Whoever has not been asked yet does not learn of it here; and of what came to nothing no words are kept. */
    private static boolean knowsOf(IntroductionRow row, MemberId member) {
        if (row.state == State.LAPSED) return false;
        if (row.isHelper(member)) return row.state == State.ASKED || row.acceptedAt != null || row.connectedAt != null;
        if (row.isOfRing()) return row.connectedAt != null;
        return row.broker == null || row.state == State.ACCEPTED || row.connectedAt != null;
    }

    /** That it has not come about tells the broker nothing more. */
    private static Map<String, Object> exportBrokered(IntroductionRow row) {
        return Map.of("role", "broker", "topic", row.topic, "connected", row.connectedAt != null);
    }

    private static Map<String, Object> export(IntroductionRow row, MemberId member) {
        boolean helper = row.isHelper(member);
        boolean connected = row.connectedAt != null;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("role", helper ? "helper" : "asker");
        // To whoever said yes it stands in words of their own, as in {@link Questions#accepted}: the asker's may go.
        boolean waits = helper && !connected && row.acceptedAt != null && row.broker == null;
        values.put("topic", waits ? row.brings : row.topicFor(member).text());
        if (helper && !row.brings.isEmpty()) values.put("youOffered", row.brings);
        values.put("connected", connected);
        if (connected) {
            values.put("with", (helper ? row.askedBy() : row.helpedBy()).toString());
            values.put("connectedAt", String.valueOf(row.connectedAt));
            Finding found = helper ? row.helperFound : row.askerFound;
            if (found != null) values.put("youFound", found.name());
            if (row.place != null) values.put("thread", row.place);
            if (row.state == State.CONNECTED) values.put("youWroteThere", helper ? row.helperWrote : row.askerWrote);
        }
        return values;
    }

    /**
     * Called once the consents are withdrawn. The words go; that two connected stays, under ids that lead to nobody, for
     * what was earned by it. What somebody else still waits for stays too until it is due, as of a member who gives no
     * answer.
     */
    @Override
    public void forget(MemberId member) {
        for (IntroductionRow row : Timetable.of(member)) {
            boolean asker = row.askedBy().equals(member);
            boolean awaited = asker ? row.acceptedAt != null : row.broker == null;
            if (row.connectedAt == null && (row.state.isOver() || !awaited || row.isInVain())) {
                desk.end(row);
                row.delete();
                continue;
            }
            if (asker && row.broker == null) row.topic = IntroductionRow.FORGOTTEN;
            if (asker) row.inReturn = "";
            if (!asker && !row.brings.isEmpty()) row.brings = IntroductionRow.FORGOTTEN;
            row.reasons = "";
            // It leads to those who are in it.
            row.place = null;
        }
        for (IntroductionRow row : brokeredBy(member)) {
            if (row.connectedAt != null) {
                row.topic = IntroductionRow.FORGOTTEN;
                continue;
            }
            desk.end(row);
            row.delete();
        }
    }

    private static List<IntroductionRow> brokeredBy(MemberId member) {
        return IntroductionRow.list("broker = ?1 order by id", member.value());
    }
}
