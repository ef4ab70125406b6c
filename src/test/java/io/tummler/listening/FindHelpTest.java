package io.tummler.listening;

import static io.tummler.listening.Fakes.ANA;
import static io.tummler.listening.Fakes.COMMUNITY;
import static io.tummler.listening.Fakes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Call;
import io.tummler.api.MenuEntry;
import io.tummler.api.SignalDetector;
import io.tummler.api.SignalDetector.Finding;
import io.tummler.api.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindHelpTest {
    private static final String SAID = "Does anybody know how to fix a bike chain?";

    private static final SignalDetector NEED = (_, _) -> new Finding.Need("how to fix a bike chain", 0.7);
    private static final SignalDetector QUESTION = (said, _) -> new Finding.Question(said.text(), 0.9);

    @Test
    void the_words_of_a_need_go_before_those_of_a_question_in_whichever_order_they_are_found() {
        var need = new Says.FoundInMessage(new Wording("how to fix a bike chain"));
        assertThat(proposed(NEED, QUESTION)).isEqualTo(need);
        assertThat(proposed(QUESTION, NEED)).isEqualTo(need);
        assertThat(proposed(QUESTION)).isEqualTo(new Says.FoundInMessage(new Wording(SAID)));
        assertThat(proposed()).isEqualTo(new Says.FoundInMessage(new Wording(SAID)));
    }

    private static Object proposed(SignalDetector... detectors) {
        var chosen = new Call(
                "i1",
                COMMUNITY,
                ANA,
                NOON,
                Locale.ENGLISH,
                "",
                SAID,
                Map.of(),
                Map.of(MenuEntry.PERSON, Optional.of(ANA)),
                Map.of(),
                Map.of());
        return new FindHelp(List.of(detectors)).choose(chosen).sentences().getFirst();
    }
}
