package io.tummler.credit;

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
import java.util.Optional;

/** A member's credit and reciprocity, and every transfer that they follow from. */
@ApplicationScoped
class CreditHolding implements Holding {
    private static final int SHOWN_MAX = 5;

    /** A proof takes some reading, and a member's new entries are the ones to look at. */
    private static final int PROVEN_MAX = 50;

    private final Book book;
    private final Proofs proofs;
    private final Reciprocity reciprocity;

    CreditHolding(Book book, Proofs proofs, Reciprocity reciprocity) {
        this.book = book;
        this.proofs = proofs;
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
        sentences.add(new Says.CreditShown(book.balance(account), book.promised(account)));
        sentences.add(
                switch (reciprocity.of(community, member)) {
                    case Reciprocity.Standing.NotYetKnown _ -> new Says.StandingUnknown();
                    case Reciprocity.Standing.Known known ->
                        new Says.StandingShown(known.score(), known.atLeast(), known.given(), known.received());
                });
        List<Says.Line> lines = lines(community, member);
        if (!lines.isEmpty()) sentences.add(new Says.TransfersShown(lines));
        return new Message(sentences, List.of());
    }

    /** A member's last entries, the newest first. */
    List<Says.Line> lines(CommunityId community, MemberId member) {
        var account = new Account.OfMember(community, member);
        return book.last(community, member, SHOWN_MAX).stream()
                .map(entry -> line(account, entry))
                .toList();
    }

    private static Says.Line line(Account.OfMember account, Entry entry) {
        Transfer transfer = entry.transfer();
        long amount = transfer.credit().equals(account) ? transfer.amount() : -transfer.amount();
        // An older version's entries get their numbers when the book is opened next.
        long number = entry.seq == null ? 0 : entry.seq();
        return new Says.Line(number, day(transfer.at()), amount, transfer.reason(), transfer.by(), transfer.nth());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Each entry as it is hashed, and of the last ones a proof that they are in the book. */
    @Override
    public List<Map<String, Object>> export(MemberId member) {
        List<Entry> entries = book.entries(member);
        if (entries.isEmpty()) return List.of();
        Optional<Roots.Root> root = proofs.lastRoot(new CommunityId(entries.getFirst().community));
        List<Map<String, Object>> all = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            Map<String, Object> values = values(entries.get(at));
            if (at >= entries.size() - PROVEN_MAX) {
                Entry entry = entries.get(at);
                root.flatMap(told -> proofs.of(entry, told)).ifPresent(proven -> values.put("proof", proof(proven)));
            }
            all.add(values);
        }
        return all;
    }

    private static Map<String, Object> values(Entry entry) {
        Transfer transfer = entry.transfer();
        var values = new LinkedHashMap<String, Object>();
        if (entry.seq != null) values.put("entry", entry.seq);
        values.put("kind", entry.kind.name());
        values.put("at", transfer.at().toString());
        values.put("reason", transfer.reason().name());
        values.put("amount", transfer.amount());
        values.put("debit", Entry.key(transfer.debit()));
        values.put("credit", Entry.key(transfer.credit()));
        transfer.by().ifPresent(it -> values.put("by", it.toString()));
        values.put("cause", transfer.cause());
        if (entry.seq != null) values.put("line", entry.line());
        return values;
    }

    private static Map<String, Object> proof(Proofs.Proven proven) {
        var values = new LinkedHashMap<String, Object>();
        values.put("entries", proven.root().size());
        values.put("root", proven.root().hash().toString());
        values.put("path", proven.proof().path().stream().map(Hash::toString).toList());
        return values;
    }

    /** Nothing goes: others' balances rest on these transfers, and the id in them leads to nobody any more. */
    @Override
    public void forget(MemberId member) {}
}
