package io.tummler.listening;

import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import java.time.Instant;

/**
 * What was noticed, put as a question to the member whose it is.
 *
 * @param whose who is asked
 * @param speaker out of whose message it comes: the same, or who thanked
 */
record Proposal(MemberId whose, MemberId speaker, String channel, Statement.Kind kind, Wording wording, Instant at) {
    /** What its buttons tell it by. */
    String key() {
        return Quotation.key(wording);
    }

    boolean concerns(MemberId member) {
        return member.equals(whose) || member.equals(speaker);
    }

    Message message() {
        return switch (kind) {
            case NEED -> message(new Says.NeedNoticed(channel, wording), new Says.LookForHelp());
            case OFFER ->
                message(
                        whose.equals(speaker)
                                ? new Says.OfferNoticed(channel, wording)
                                : new Says.HelpGiven(speaker, channel, wording),
                        new Says.OfferIt());
        };
    }

    private Message message(Sentence question, Sentence yes) {
        return Message.of(question, Confirm.button(yes, kind, wording), Dismiss.button(wording));
    }
}
