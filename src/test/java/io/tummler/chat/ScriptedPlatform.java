package io.tummler.chat;

import static org.awaitility.Awaitility.await;

import io.tummler.api.ChannelRef;
import io.tummler.api.ChatPlatform;
import io.tummler.api.CommunityRef;
import io.tummler.api.Incoming;
import io.tummler.api.Intake;
import io.tummler.api.PersonRef;
import io.tummler.api.PlaceRef;
import io.tummler.api.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A second chat platform, with no network: it proves that engines know nothing of Discord, and drives the loop in tests. */
@Singleton
public class ScriptedPlatform implements ChatPlatform {
    /** A busy machine is no failure. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
        // Most answers are there within a few milliseconds.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
    }

    private final Intake intake;
    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, CompletableFuture<Text>> answers = new ConcurrentHashMap<>();
    private final Map<PersonRef, List<Text>> direct = new ConcurrentHashMap<>();
    private final List<Delivery.OpenThread> threads = new CopyOnWriteArrayList<>();
    private final List<Delivery.Post> posts = new CopyOnWriteArrayList<>();
    private final Set<PersonRef> closed = ConcurrentHashMap.newKeySet();
    private final Set<CommunityRef> elsewhere = ConcurrentHashMap.newKeySet();
    private final Set<PersonRef> gone = ConcurrentHashMap.newKeySet();
    private final Set<PersonRef> untold = ConcurrentHashMap.newKeySet();
    private final Set<CommunityRef> without = ConcurrentHashMap.newKeySet();
    private final Set<CommunityRef> withoutModerators = ConcurrentHashMap.newKeySet();
    private final Set<PlaceRef> deleted = ConcurrentHashMap.newKeySet();
    private volatile Function<Delivery, Optional<Outcome>> fault = _ -> Optional.empty();

    ScriptedPlatform(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String mention(PersonRef person) {
        return "@" + person.id();
    }

    @Override
    public boolean serves(CommunityRef community) {
        return !elsewhere.contains(community);
    }

    @Override
    public Presence presence(CommunityRef community, PersonRef person) {
        if (untold.contains(person)) return Presence.UNKNOWN;
        return gone.contains(person) ? Presence.GONE : Presence.PRESENT;
    }

    @Override
    public Presence presence(CommunityRef community) {
        return without.contains(community) ? Presence.GONE : Presence.PRESENT;
    }

    @Override
    public Outcome deliver(Delivery delivery) {
        Optional<Outcome> faulty = fault.apply(delivery);
        if (faulty.isPresent()) return faulty.get();
        return switch (delivery) {
            case Delivery.Direct note -> {
                if (closed.contains(note.to())) yield new Outcome.Unreachable();
                direct.computeIfAbsent(note.to(), _ -> new CopyOnWriteArrayList<>())
                        .add(note.text());
                yield new Outcome.Done();
            }
            case Delivery.Answer answer -> {
                awaited(answer.token()).complete(answer.text());
                yield new Outcome.Done();
            }
            case Delivery.OpenThread thread -> {
                threads.add(thread);
                yield new Outcome.Opened(place(thread));
            }
            case Delivery.Post post -> {
                posts.add(post);
                yield new Outcome.Done();
            }
        };
    }

    private CompletableFuture<Text> awaited(String token) {
        return answers.computeIfAbsent(token, _ -> new CompletableFuture<>());
    }

    /** Where a thread is that was opened. */
    public static PlaceRef place(Delivery.OpenThread thread) {
        return new PlaceRef("thread-" + thread.nonce());
    }

    @Override
    public Optional<String> mention(CommunityRef community, PlaceRef place) {
        return deleted.contains(place) ? Optional.empty() : Optional.of("#" + place.id());
    }

    @Override
    public boolean canPost(CommunityRef community, ChannelRef channel) {
        return !withoutModerators.contains(community);
    }

    /** What deliveries meet instead of success, where it says so. */
    public void fault(Function<Delivery, Optional<Outcome>> fault) {
        this.fault = fault;
    }

    /** A role of any town, by its name. */
    public static Role role(String name) {
        return new Role("role-" + name, name);
    }

    /** A community that nobody has used before. */
    public Town town() {
        var ref = new CommunityRef(name(), "town-" + numbers.incrementAndGet());
        intake.present(ref, "Town");
        return new Town(ref);
    }

    public final class Town {
        public final CommunityRef ref;

        private Town(CommunityRef ref) {
            this.ref = ref;
        }

        /** From now on another process serves it. */
        public void leaves() throws InterruptedException {
            elsewhere.add(ref);
            intake.handOver(ref::equals);
        }

        /** From now on this process serves it again. */
        public void comesBack() {
            intake.takeOver(ref::equals);
            elsewhere.remove(ref);
        }

        /** It is no more, and what was said in it is not kept here either. */
        public void vanishes() {
            intake.removed(ref);
            direct.keySet().removeIf(person -> person.id().endsWith(suffix()));
            gone.removeIf(person -> person.id().endsWith(suffix()));
            threads.removeAll(threads());
            posts.removeAll(posts());
        }

        private String suffix() {
            return "-of-" + ref.id();
        }

        /** Its moderators put the bot out, which hears of it, or does not run at that time. */
        public void putsTheBotOut(boolean heard) {
            without.add(ref);
            if (heard) intake.removed(ref);
        }

        public void letsTheBotIn() {
            without.remove(ref);
            intake.present(ref, "Town");
        }

        /** From now on there is no channel for moderators. */
        public void hasNoModeratorsChannel() {
            withoutModerators.add(ref);
        }

        /** Somebody deletes it. */
        public void loses(Delivery.OpenThread thread) {
            deleted.add(place(thread));
        }

        public Person person(String name) {
            return new Person(this, new PersonRef(ScriptedPlatform.this.name(), name + suffix()));
        }

        public List<Delivery.OpenThread> threads() {
            return threads.stream()
                    .filter(thread -> thread.community().equals(ref))
                    .toList();
        }

        public List<Delivery.Post> posts() {
            return posts.stream().filter(post -> post.community().equals(ref)).toList();
        }
    }

    /** Somebody who acts, and sees what only they can see. */
    public final class Person {
        private final Town town;
        public final PersonRef ref;
        private boolean moderator;
        private Locale locale = Locale.ENGLISH;
        private Optional<Set<Role>> roles = Optional.empty();

        private Person(Town town, PersonRef ref) {
            this.town = town;
            this.ref = ref;
        }

        public Town town() {
            return town;
        }

        /** From now on the platform tells these roles, by their names, with all that this person does. */
        public Person bears(String... names) {
            roles = Optional.of(Stream.of(names).map(ScriptedPlatform::role).collect(Collectors.toSet()));
            return this;
        }

        /** From now on the platform is used in this language. */
        public Person speaks(String language) {
            locale = Locale.of(language);
            return this;
        }

        /** Writes something in a thread; what, nobody is told. */
        public void writesIn(Delivery.OpenThread thread) {
            intake.stirs(new Incoming.Stirring(town.ref, ref, place(thread)));
        }

        /** From now on the platform says so with each command. */
        public Person moderates() {
            moderator = true;
            return this;
        }

        public String mention() {
            return ScriptedPlatform.this.mention(ref);
        }

        /** Runs a command whose options are texts, people or roles, and waits for the answer. */
        public Text runs(String command, Map<String, ?> options) {
            return onlyAnswer(begins(command, options));
        }

        /** Runs a command without waiting; gives its token. */
        public String begins(String command, Map<String, ?> options) {
            Map<String, String> texts = new HashMap<>();
            Map<String, PersonRef> people = new HashMap<>();
            Map<String, Role> chosen = new HashMap<>();
            options.forEach((name, value) -> {
                switch (value) {
                    case Person person -> people.put(name, person.ref);
                    case Role role -> chosen.put(name, role);
                    default -> texts.put(name, value.toString());
                }
            });
            String id = "i" + numbers.incrementAndGet();
            send(new Incoming.Command(
                    town.ref,
                    ref,
                    roles,
                    moderator,
                    id,
                    "token-" + id,
                    clock.instant(),
                    locale,
                    command,
                    texts,
                    people,
                    chosen));
            return "token-" + id;
        }

        public void send(Incoming.Interaction interaction) {
            intake.asked(
                    interaction,
                    () -> CompletableFuture.completedFuture(null),
                    words -> awaited(interaction.token()).complete(new Text(words, List.of(), List.of())));
        }

        /** Presses the button whose label begins so. */
        public Text presses(Text text, String label) {
            Key key = text.buttons().stream()
                    .filter(button -> button.label().startsWith(label))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button '" + label + "' in " + text));
            return pressesRaw(key.id(), text.words());
        }

        public Text pressesRaw(String button, String words) {
            return onlyAnswer(beginsPress(button, words));
        }

        public String beginsPress(String button, String words) {
            String id = "i" + numbers.incrementAndGet();
            send(new Incoming.Press(town.ref, ref, roles, id, "token-" + id, clock.instant(), locale, button, words));
            return "token-" + id;
        }

        /** Chooses an entry in the menu of a message that somebody wrote. */
        public Text chooses(String entry, Person author, String text) {
            return chooses(entry, Optional.of(author), author == this ? text : "");
        }

        /** Chooses an entry in somebody's menu. */
        public Text chooses(String entry, Person about) {
            return chooses(entry, Optional.of(about), "");
        }

        private Text chooses(String entry, Optional<Person> about, String text) {
            String id = "i" + numbers.incrementAndGet();
            send(new Incoming.Chosen(
                    town.ref,
                    ref,
                    roles,
                    id,
                    "token-" + id,
                    clock.instant(),
                    locale,
                    entry,
                    text,
                    about.map(person -> person.ref)));
            return answer("token-" + id);
        }

        /** What is suggested while a command is typed. */
        public List<String> types(String command, String option, String typed) {
            return intake.suggestions(new Incoming.Typing(town.ref, moderator, command, option, typed));
        }

        public Text answer(String token) {
            try {
                return awaited(token).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError("no answer to " + token, e);
            }
        }

        /** To what nobody asks for a second time. */
        private Text onlyAnswer(String token) {
            Text answer = answer(token);
            answers.remove(token);
            return answer;
        }

        /** The id of the message. */
        public String says(String channel, String text, Person... mentioned) {
            var message = new Incoming.Message(
                    town.ref,
                    ref,
                    roles,
                    "m" + numbers.incrementAndGet(),
                    channel,
                    channel,
                    channel,
                    clock.instant(),
                    text,
                    List.of(mentioned).stream().map(person -> person.ref).toList(),
                    Optional.empty(),
                    mentioned.length > 0);
            intake.said(message);
            return message.id();
        }

        public List<Text> direct() {
            return direct.getOrDefault(ref, List.of());
        }

        /** Waits for the first direct message that has this in its words. */
        public Text hears(String words) {
            return await(ref.id() + " hears '" + words + "'")
                    .until(
                            () -> direct().stream()
                                    .filter(text -> text.words().contains(words))
                                    .max(Comparator.comparingInt(text -> direct().indexOf(text)))
                                    .orElse(null),
                            java.util.Objects::nonNull);
        }

        /** Of which no platform tells, unless it is asked. */
        public void leavesTown() {
            gone.add(ref);
        }

        public void comesBack() {
            gone.remove(ref);
        }

        /** From now on the platform can't tell, or can again. */
        public void isUntold(boolean now) {
            if (now) untold.add(ref);
            else untold.remove(ref);
        }

        public void closesDirectMessages() {
            closed.add(ref);
        }

        /** Consents by pressing the buttons of {@code /join}. */
        public Person joins(String... purposes) {
            Text panel = runs("join", Map.of());
            for (String purpose : purposes) panel = presses(panel, "Allow " + purpose);
            return this;
        }
    }
}
