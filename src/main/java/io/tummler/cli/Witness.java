package io.tummler.cli;

import io.tummler.api.Happening;
import io.tummler.api.Noticed;
import io.tummler.api.QuestionAsked;
import io.tummler.api.QuestionUnanswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.util.ArrayList;
import java.util.List;

/** Sees what the engines tell each other. It exists once a replay asks for it, and never in the running bot. */
@ApplicationScoped
class Witness {
    private final Seen seen = new Seen(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    /** What was told since the last look, in order. */
    record Seen(
            List<Noticed> noticed,
            List<Happening> happenings,
            List<QuestionAsked> asked,
            List<QuestionUnanswered> unanswered) {}

    void noticed(@Observes(notifyObserver = Reception.IF_EXISTS) Noticed event) {
        seen.noticed.add(event);
    }

    void happened(@Observes(notifyObserver = Reception.IF_EXISTS) Happening event) {
        seen.happenings.add(event);
    }

    void asked(@Observes(notifyObserver = Reception.IF_EXISTS) QuestionAsked event) {
        seen.asked.add(event);
    }

    void unanswered(@Observes(notifyObserver = Reception.IF_EXISTS) QuestionUnanswered event) {
        seen.unanswered.add(event);
    }

    /** Gives what was seen and forgets it. */
    Seen look() {
        Seen all = new Seen(
                List.copyOf(seen.noticed),
                List.copyOf(seen.happenings),
                List.copyOf(seen.asked),
                List.copyOf(seen.unanswered));
        seen.noticed.clear();
        seen.happenings.clear();
        seen.asked.clear();
        seen.unanswered.clear();
        return all;
    }
}
