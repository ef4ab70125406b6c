package io.tummler.chat;

import io.tummler.api.ChatPlatform.Key;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.Purpose;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Some days in a town of its own, in which ada asks and ben does not come to help; and all that ada sees of it. What else
 * happens is in the {@link Plot}, and when it matters to ada time passes just before and just at that moment.
 */
final class DeniabilityRun {
    private static final String QUESTION = "Somebody here could use your help";
    private static final Duration ASKS_ON = Duration.ofDays(10);
    private static final Duration OTHERS_ASK_BEFORE = Duration.ofDays(3);
    private static final Duration ANSWER_WITHIN = Duration.ofDays(3);
    private static final Duration NUDGED_AFTER = Duration.ofDays(1);
    private static final Duration CHECKED_IN_AFTER = Duration.ofDays(3);
    private static final Duration JUST_BEFORE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration ENDS_AFTER = Duration.ofDays(9);
    /** When the nights end in which somebody is asked nothing: at nine in Tokyo and in Bogota. */
    private static final List<Duration> MORNINGS = List.of(Duration.ZERO, Duration.ofHours(14));

    /** Any large odd number: it leads from a seed to one that has nothing to do with it. */
    private static final long SILENCES = 0x5851_F42D_4C95_7F2DL;

    private final Stage stage;
    private final Plot plot;
    private final Silence silence;
    private final Town town;
    private final Instant beginning;
    private final Instant asks;
    private final Person ada;
    private final List<Helper> helpers = new ArrayList<>();
    private final Suspect ben;
    private final Trace trace = new Trace();
    private final Neutral neutral;
    private final PriorityQueue<Moment> moments =
            new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::number));
    private final Set<String> decided = new HashSet<>();
    private final Map<Person, Integer> read = new HashMap<>();
    private int numbered;
    private boolean askedAgain;
    private boolean askedForMore;

    private record Moment(Instant at, int number, Runnable act) {}

    /** Another one who could help. */
    private record Helper(Person person, Plot.Neighbour is) {}

    private DeniabilityRun(Stage stage, long seed, Silence silence) {
        this.stage = stage;
        this.plot = Plot.of(seed);
        this.silence = silence;
        this.town = stage.opens();
        this.beginning = stage.now();
        this.neutral = new Neutral(town.ref.id(), beginning);
        this.asks = beginning.plus(ASKS_ON).plus(plot.asker().after());
        this.ada = town.person("ada");
        this.ben = new Suspect(
                town.person("ben"),
                ada,
                List.of(town.person("eve"), town.person("fay")),
                // The moods of ben are drawn apart from the plot, or the one would tell of the other.
                new SplittableRandom(~seed),
                asks,
                stage::now,
                this::at);
    }

    /** The same seed and the same silence give the same trace. */
    static Trace of(Stage stage, long seed, Silence silence) {
        var run = new DeniabilityRun(stage, seed, silence);
        try {
            return run.play();
        } finally {
            stage.closes(run.town);
        }
    }

    /** The silence that is played with a seed is drawn apart from all else that comes of it. */
    static Silence silence(long seed) {
        return Silence.values()[new SplittableRandom(seed * SILENCES).nextInt(Silence.values().length)];
    }

    static Sight sight(Stage stage, long seed) {
        Silence silence = silence(seed);
        return Sight.of(silence, of(stage, seed, silence));
    }

    private Trace play() {
        peopleTheTown();
        at(beginning.plus(Duration.ofDays(8)), this::passes);
        // Whom rounds took up counts in whom the next takes up, so it is of the plot, whatever they answer.
        at(
                asks.minus(OTHERS_ASK_BEFORE),
                () -> asksForSomethingElse(ben.others().getFirst()));
        silence.prepares(ben);
        at(asks, () -> asks(plot.asker().need()));
        for (Plot.Look look : plot.looks()) at(asks.plus(look.after()), () -> looks(look.what()));
        Instant end = asks.plus(ENDS_AFTER);
        at(end, () -> looks(Plot.What.READS_ME));
        passesInTheMornings(end);
        for (Moment next = moments.poll(); next != null && !next.at.isAfter(end); next = moments.poll()) {
            happens(next);
        }
        for (var post : town.posts()) sees("a post", post.text());
        return trace;
    }

    /** What fell due since the last time is done just before, or its ids would count with those of what happens now. */
    private void happens(Moment moment) {
        Instant before = moment.at.minus(MOMENT);
        stage.waits(town, before.isAfter(stage.now()) ? before : stage.now());
        everybodyReads();
        stage.waits(moment.at);
        moment.act.run();
        stage.settles(town);
        everybodyReads();
    }

    /** Or what waited for the end of a night would come with the next thing that happens, be it of ben's. */
    private void passesInTheMornings(Instant end) {
        for (Instant day = beginning.plus(ASKS_ON); day.isBefore(end); day = day.plus(Duration.ofDays(1)))
            for (Duration morning : MORNINGS) at(day.plus(morning), this::passes);
    }

    /** Time passes right then. */
    private void passes() {
        stage.waits(town, stage.now());
    }

    private void at(Instant when, Runnable act) {
        moments.add(new Moment(when, numbered++, act));
    }

    private void in(Duration wait, Runnable act) {
        at(stage.now().plus(wait), act);
    }

    private void peopleTheTown() {
        var asker = plot.asker();
        List<Purpose> all = List.of(Purpose.INTRODUCTIONS, Purpose.DIRECT_MESSAGES);
        stage.joins(ada, asker.hearsDirectly() ? all : List.of(Purpose.INTRODUCTIONS), List.of(), List.of());
        for (int i = 0; i <= plot.neighbours().size(); i++) {
            if (i == plot.place())
                stage.joins(ben.person(), all, List.of(), List.of(plot.offer(), Plot.WHAT_OTHERS_ARE_OFFERED));
            if (i == plot.neighbours().size()) break;
            var helper =
                    new Helper(town.person("neighbour-" + i), plot.neighbours().get(i));
            stage.joins(helper.person, all, List.of(), List.of(helper.is.offer()));
            if (helper.is.hasNights()) sleeps(helper.person, "Asia/Tokyo");
            helpers.add(helper);
        }
        for (Person other : ben.others()) stage.joins(other, all, List.of(Plot.WHAT_OTHERS_NEED), List.of());
        if (asker.hasNights()) sleeps(ada, "America/Bogota");
    }

    private static void asksForSomethingElse(Person other) {
        other.presses(other.runs("ask", Map.of("what", Plot.WHAT_OTHERS_NEED)), "Ask");
    }

    /** By a clock that is not put forward or back between one run and another. */
    private static void sleeps(Person person, String timeZone) {
        person.runs("profile", Map.of("time-zone", timeZone, "quiet-from", "21", "quiet-until", "9"));
    }

    private void sees(String how, Text text) {
        sees(how, neutral.of(text));
        decides(text);
    }

    private void sees(String how, String words) {
        trace.add(Duration.between(beginning, stage.now()), how, words);
    }

    private Text runs(String command, Map<String, ?> options) {
        Text answer = ada.runs(command, options);
        sees("/" + command, answer);
        return answer;
    }

    private void presses(Text text, String label) {
        sees(label, ada.presses(text, label));
    }

    private void asks(String need) {
        var options = new HashMap<String, Object>(Map.of("what", need));
        if (plot.asker().discreet()) options.put("discreet", "true");
        Text said = runs("ask", options);
        if (button(said, "Ask").isPresent()) asks(said, "Ask");
    }

    private void asks(Text text, String label) {
        presses(text, label);
        mattersIn(ANSWER_WITHIN);
    }

    /** Something may come at that moment, and nothing before. */
    private void mattersIn(Duration wait) {
        in(wait.minus(JUST_BEFORE), this::passes);
        in(wait, this::passes);
    }

    private static Optional<Key> button(Text text, String label) {
        return text.buttons().stream()
                .filter(button -> button.label().startsWith(label))
                .findFirst();
    }

    private void looks(Plot.What what) {
        switch (what) {
            case READS_ME -> runs("me", Map.of());
            case EXPORTS -> sees("/me export", neutral.of(Exports.of(ada)));
            case COUNTS -> runs("who", Map.of("topic", "sourdough bread"));
            case SEES_TASKS -> runs("tasks", Map.of());
            case ASKS_ABOUT_IT -> {
                Text me = runs("me", Map.of());
                if (button(me, "Ask about").isPresent()) asks(me, "Ask about");
            }
            case SAYS_IT_AGAIN -> runs("ask", Map.of("what", plot.asker().need()));
            case ASKS_FOR_MORE -> {
                if (!askedForMore) asks(plot.asker().moreNeed());
                askedForMore = true;
            }
            case THANKS_THE_HELPER -> runs("thanks", Map.of("member", ben.person(), "for", "a loaf"));
            case INTRODUCES_THE_HELPER ->
                runs("introduce", Map.of("one", ben.others().getFirst(), "other", ben.person(), "about", "a stall"));
        }
    }

    /** What ada does about what is asked, once each. */
    private void decides(Text text) {
        button(text, "Yes, bring").filter(yes -> decided.add(yes.id())).ifPresent(_ -> {
            mattersIn(ANSWER_WITHIN);
            switch (plot.asker().temper()) {
                case NOTHING -> {}
                case NO -> in(plot.asker().thinks(), () -> presses(text, "Not this one"));
                case YES -> in(plot.asker().thinks(), () -> meets(text));
            }
        });
        button(text, "It helped me")
                .filter(helped -> decided.add(helped.id()))
                .ifPresent(_ -> in(plot.asker().thinks(), () -> presses(text, "It helped me")));
        if (plot.asker().asksAgain() && !askedAgain && button(text, "Ask again").isPresent()) {
            askedAgain = true;
            in(plot.asker().thinks(), () -> asks(text, "Ask again"));
        }
    }

    private void meets(Text text) {
        presses(text, "Yes, bring");
        mattersIn(NUDGED_AFTER);
        mattersIn(CHECKED_IN_AFTER);
    }

    private void everybodyReads() {
        for (Text text : news(ada)) sees(Trace.HEARD, text);
        for (var thread : town.threads())
            if (thread.people().contains(ada.ref) && decided.add(thread.nonce()))
                sees(Trace.HEARD, neutral.of(thread.text()) + thread.people().size());
        for (Text text : news(ben.person())) if (isAboutAda(text)) silence.isAsked(ben, text);
        for (Helper helper : helpers) for (Text text : news(helper.person)) if (isAboutAda(text)) answers(helper, text);
    }

    private static boolean isAboutAda(Text text) {
        return text.words().contains(QUESTION) && !text.words().contains(Plot.WHAT_OTHERS_ARE_OFFERED);
    }

    private List<Text> news(Person person) {
        List<Text> all = List.copyOf(person.direct());
        List<Text> news = all.subList(read.getOrDefault(person, 0), all.size());
        read.put(person, all.size());
        return news;
    }

    private void answers(Helper helper, Text question) {
        switch (helper.is.temper()) {
            case NOTHING -> {}
            case NO -> in(helper.is.thinks(), () -> helper.person.presses(question, "Not this time"));
            case YES -> in(helper.is.thinks(), () -> helper.person.presses(question, "Yes"));
        }
    }
}
