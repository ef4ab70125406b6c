package io.tummler.introduction;

import io.tummler.api.MemberId;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a helper says yes, and then an asker. It knows no member: its coefficients are of the whole community,
 * begin with what ships, and follow the answers that come in, where silence is a no. So that nobody can tell from whom
 * the bot takes up that one member said no, answers change something only in batches of {@value #BATCH} or more to the
 * same side, by {@value #MEMBERS_MIN} members or more; until a batch is full its answers count nothing.
 *
 * <p>Immutable, and rebuilt from the answers of the past in their order: {@code Acceptance.shipped().after(answers)},
 * at once or bit by bit, which comes to the same.
 */
final class Acceptance {
    static final int BATCH = 20;
    static final int MEMBERS_MIN = 5;

    /**
     * In the order of {@link Features#asNumbers()}. About every second direct request for help is granted (Flynn and
     * Lake 2008, "If you need help, just ask", J. of Personality and Social Psychology 95): that is a middling fit. An
     * excellent fit makes three of four of it. Something in return, common ground and having helped before each speak
     * for it, as in models of reciprocal recommendation; having been taken up this week already speaks against. Each
     * deviation is about as large as the effect itself, so that some two hundred answers outweigh what ships.
     */
    private static final Belief HELPER =
            Belief.of(new double[] {0, 2, 1, .5, .2, -.3, 0}, new double[] {1, 2, 1, .5, .5, .3, .5});

    /** Who asked for it is readier to say yes, looks more at the fit, and does not know how busy the helper is. */
    private static final Belief ASKER =
            Belief.of(new double[] {.5, 3, 0, .5, .2, 0, 0}, new double[] {1, 2, 1, .5, .5, .1, .5});

    private final Learner helper;
    private final Learner asker;

    private Acceptance(Learner helper, Learner asker) {
        this.helper = helper;
        this.asker = asker;
    }

    /** Whose answer it is. */
    enum Side {
        HELPER,
        ASKER
    }

    /**
     * @param by who was asked; counted, and not known to what is learned
     * @param known what was known when they were taken up
     * @param yes false also where no answer came in time
     */
    record Outcome(Side side, MemberId by, Features known, boolean yes) {}

    /** What ships, before any answer. */
    static Acceptance shipped() {
        return new Acceptance(new Learner(HELPER, List.of()), new Learner(ASKER, List.of()));
    }

    /**
     * @param outcomes which came after all before, in the order in which they came
     */
    Acceptance after(List<Outcome> outcomes) {
        Learner helpers = helper;
        Learner askers = asker;
        for (Outcome outcome : outcomes) {
            switch (outcome.side()) {
                case HELPER -> helpers = helpers.after(outcome);
                case ASKER -> askers = askers.after(outcome);
            }
        }
        return new Acceptance(helpers, askers);
    }

    /** The probability that the helper, asked about it, says yes: .01 to .99. */
    double byHelper(Features known) {
        return helper.belief.yes(known.asNumbers());
    }

    /** The probability that the asker says yes once the helper has: .01 to .99. */
    double byAsker(Features known) {
        return asker.belief.yes(known.asNumbers());
    }

    /**
     * @param belief what the full batches taught
     * @param waiting the answers of the batch that is not full yet
     */
    private record Learner(Belief belief, List<Outcome> waiting) {
        Learner after(Outcome outcome) {
            List<Outcome> batch = new ArrayList<>(waiting);
            batch.add(outcome);
            if (!isFull(batch)) return new Learner(belief, List.copyOf(batch));
            List<Belief.Answer> answers = batch.stream()
                    .map(it -> new Belief.Answer(it.known().asNumbers(), it.yes()))
                    .toList();
            return new Learner(belief.after(answers), List.of());
        }

        private static boolean isFull(List<Outcome> batch) {
            return batch.size() >= BATCH
                    && batch.stream().map(Outcome::by).distinct().count() >= MEMBERS_MIN;
        }
    }
}
