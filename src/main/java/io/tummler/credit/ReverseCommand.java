package io.tummler.credit;

import io.tummler.api.Account;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** {@code /tummler reverse}: moderators take an entry back. The ledger keeps both. */
@Singleton
record ReverseCommand(Book book, Outbox outbox) implements SlashCommand {
    private static final String ENTRY = "entry";
    private static final int DIGITS_MAX = 18;

    @Override
    public Spec spec() {
        return Spec.forModerators(
                "tummler reverse",
                new Says.ReverseCommand(),
                new Option.Text(ENTRY, new Says.ReverseEntry(), true, DIGITS_MAX + 1));
    }

    @Override
    public Message run(Call call) {
        Optional<Entry> entry = call.text(ENTRY)
                .map(text -> text.strip().replaceFirst("^#", ""))
                .filter(text -> text.matches("[0-9]{1," + DIGITS_MAX + "}"))
                .flatMap(number -> book.numbered(call.community(), Long.parseLong(number)));
        return Message.of(entry.map(it -> reverse(call, it)).orElseGet(Says.NoSuchEntry::new));
    }

    private Sentence reverse(Call call, Entry entry) {
        return switch (book.reverse(call.community(), entry.id, "moderators", call.at())) {
            case Register.Reversal.Reversed reversal -> reversed(call, entry, reversal.last());
            case Register.Reversal.AlreadyReversed _ -> new Says.ReversedBefore(entry.seq());
            case Register.Reversal.Overdrawn _ -> new Says.ReverseOverdraws(entry.seq());
            case Register.Reversal.NothingToReverse _ -> new Says.NoSuchEntry();
        };
    }

    private Sentence reversed(Call call, Entry entry, Entry by) {
        Transfer transfer = entry.transfer();
        if (!(transfer.credit() instanceof Account.OfMember whose))
            return new Says.Reversed(entry.seq(), transfer.amount(), by.seq(), List.of());
        var day = transfer.at().atOffset(ZoneOffset.UTC).toLocalDate();
        outbox.put(new Outgoing.Note(
                call.community(),
                whose.member(),
                Message.of(new Says.YourEntryReversed(entry.seq(), day, transfer.amount()))));
        return new Says.Reversed(entry.seq(), transfer.amount(), by.seq(), List.of(whose.member()));
    }
}
