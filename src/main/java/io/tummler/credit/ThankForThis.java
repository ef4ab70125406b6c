package io.tummler.credit;

import io.tummler.api.Call;
import io.tummler.api.MenuEntry;
import io.tummler.api.Message;
import jakarta.inject.Singleton;

/** "Thank for this" on somebody's message: as {@code /thanks} to whoever wrote it; the message is not read. */
@Singleton
class ThankForThis implements MenuEntry {
    private final ThanksCommand thanks;

    ThankForThis(ThanksCommand thanks) {
        this.thanks = thanks;
    }

    @Override
    public Spec spec() {
        return new Spec("credit.thank-for-this", new Says.ThankForThis(), Of.MESSAGE);
    }

    @Override
    public Message choose(Call call) {
        return thanks.plain(call, call.person(PERSON));
    }
}
