package io.tummler.community;

import io.tummler.api.Call;
import io.tummler.api.MenuEntry;
import io.tummler.api.Message;
import jakarta.inject.Singleton;

/** "Not this person" in somebody's menu: as {@code /exclude} with that person. */
@Singleton
class NotThisPerson implements MenuEntry {
    private final ExcludeCommand exclude;

    NotThisPerson(ExcludeCommand exclude) {
        this.exclude = exclude;
    }

    @Override
    public Spec spec() {
        return new Spec("community.not-this-person", new Says.NotThisPerson(), Of.PERSON);
    }

    @Override
    public boolean worksWhenOff() {
        return exclude.worksWhenOff();
    }

    /** The command's option has the same name. */
    @Override
    public Message choose(Call call) {
        return call.account(PERSON).isEmpty() ? Message.of(new Says.ExcludeBot()) : exclude.run(call);
    }
}
