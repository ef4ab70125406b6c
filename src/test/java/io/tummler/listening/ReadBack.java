package io.tummler.listening;

import io.tummler.api.Wording;
import java.util.List;

/** What listening reads back from a message, for the tests of what is written there. */
public final class ReadBack {
    private ReadBack() {}

    public static List<Wording> wordings(String text) {
        return Quotation.in(text).toList();
    }
}
