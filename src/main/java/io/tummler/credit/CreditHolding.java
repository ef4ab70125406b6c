package io.tummler.credit;

import static java.util.Comparator.comparingDouble;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Reciprocity;
import io.tummler.api.Sentence;
import io.tummler.api.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A member's credit and reciprocity, and every transfer that they follow from. */
@ApplicationScoped
class CreditHolding implements Holding {
    private static final int SHOWN_MAX = 5;

    private final Book book;
    private final Reciprocity reciprocity;

    CreditHolding(Book book, Reciprocity reciprocity) {
        this.book = book;
        this.reciprocity = reciprocity;
    }

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        var account = new Account.OfMember(community, member);
        var sentences = new ArrayList<Sentence>();
        sentences.add(new Says.CreditShown(book.balance(account)));
        sentences.add(standing(reciprocity.of(community, member)));
        List<Says.Line> lines = book.transfers(community, member, SHOWN_MAX).stream()
                .map(it -> line(account, it))
                .toList();
        if (!lines.isEmpty()) sentences.add(new Says.TransfersShown(lines));
        return new Message(sentences, List.of());
    }

    private static Sentence standing(Reciprocity.Standing standing) {
        return switch (standing) {
            case Reciprocity.Standing.NotYetKnown _ -> new Says.StandingUnknown();
            case Reciprocity.Standing.Known known ->
                new Says.StandingShown(known.score(), known.given(), known.received(), parts(known));
        };
    }

    /** In whole points that add up to the score: what is cut off is given to those of which most was cut off. */
    private static List<Says.Part> parts(Reciprocity.Standing.Known known) {
        List<Reciprocity.Cause> causes = known.causes();
        long[] points = causes.stream().mapToLong(it -> (long) it.points()).toArray();
        long missing = Math.max(0, known.score() - LongStream.of(points).sum());
        IntStream.range(0, points.length)
                .boxed()
                .sorted(comparingDouble(at -> points[at] - causes.get(at).points()))
                .limit(missing)
                .forEach(at -> points[at]++);
        return IntStream.range(0, points.length)
                .mapToObj(at -> new Says.Part(
                        causes.get(at).reason(), points[at], day(causes.get(at).at())))
                .toList();
    }

    private static Says.Line line(Account.OfMember account, Transfer transfer) {
        long amount = transfer.credit().equals(account) ? transfer.amount() : -transfer.amount();
        return new Says.Line(day(transfer.at()), amount, transfer.reason(), transfer.by());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return book.about(member, Instant.EPOCH).stream()
                .map(CreditHolding::values)
                .toList();
    }

    private static Map<String, Object> values(Transfer transfer) {
        var values = new LinkedHashMap<String, Object>();
        values.put("at", transfer.at().toString());
        values.put("reason", transfer.reason().name());
        values.put("amount", transfer.amount());
        values.put("debit", Entry.key(transfer.debit()));
        values.put("credit", Entry.key(transfer.credit()));
        transfer.by().ifPresent(it -> values.put("by", it.toString()));
        values.put("cause", transfer.cause());
        return values;
    }

    /** Nothing goes: others' balances rest on these transfers, and the id in them leads to nobody any more. */
    @Override
    public void forget(MemberId member) {}
}
