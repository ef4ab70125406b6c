package io.tummler.chat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode.Origin;
import io.tummler.api.Button;
import io.tummler.api.ChatPlatform;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.PersonRef;
import io.tummler.api.PlaceRef;
import io.tummler.api.Policy;
import io.tummler.api.Sentence;
import io.tummler.api.Settings;
import io.tummler.api.Wording;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says sentences: finds the template of a record, fills it, and knows how members and members' own words stand in text. */
@Singleton
class Words {
    /** Marks no person can type: {@link Wording} strips private-use characters. */
    private static final char MARK_BEGIN = '\uE000';

    private static final char MARK_END = '\uE001';
    private static final char PERSON = '@';
    private static final char PLACE = '#';
    private static final Pattern MARK = Pattern.compile(MARK_BEGIN + "(?:([0-9a-f-]{36})|([" + PERSON + PLACE + "])([^"
            + MARK_BEGIN + MARK_END + "]+))" + MARK_END);
    private static final Pattern MARKUP = Pattern.compile("[\\\\*_~`|>#<\\[\\]()@:-]");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** What is being spoken while a template is filled, for what writes itself differently in each. */
    private static final ScopedValue<Locale> LANGUAGE = ScopedValue.newInstance();

    /** Says a sentence that stands in another, in the language of that one. */
    private static final ScopedValue<Function<Sentence, String>> WITHIN = ScopedValue.newInstance();

    /** Where the templates are that ship, by language. */
    static final String FOLDER = "say/";
    /** The language in which there is every sentence. */
    static final String SHIPPED = "en";

    private final Engine qute;
    /** Moderators' own words, by themselves. */
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    private final Settings settings;

    Words(Engine qute, Settings settings) {
        this.qute = qute;
        this.settings = settings;
    }

    /** Who or what a mark in words stands for until delivery. */
    sealed interface Marked {
        record Member(MemberId member) implements Marked {}

        /** By the platform's id, for whoever is no member. */
        record Person(String id) implements Marked {}

        record Place(PlaceRef place) implements Marked {}
    }

    /** How a member stands in words until delivery. */
    static String mark(MemberId member) {
        return MARK_BEGIN + member.toString() + MARK_END;
    }

    private static String mark(char kind, String id) {
        return MARK_BEGIN + (kind + id) + MARK_END;
    }

    /** Members' own words mean themselves: no formatting, no mention, no link text. */
    static String escape(String words) {
        return MARKUP.matcher(words).replaceAll("\\\\$0");
    }

    static void teach(@Observes EngineBuilder builder) {
        builder.addResultMapper(mapper(MemberId.class, Words::mark));
        builder.addResultMapper(mapper(PersonRef.class, person -> mark(PERSON, person.id())));
        builder.addResultMapper(mapper(PlaceRef.class, place -> mark(PLACE, place.id())));
        builder.addResultMapper(mapper(Wording.class, wording -> escape(wording.text())));
        builder.addResultMapper(mapper(Sentence.class, sentence -> WITHIN.get().apply(sentence)));
        builder.addResultMapper(mapper(
                LocalDate.class,
                day -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(LANGUAGE.get())
                        .format(day)));
    }

    private static <T> ResultMapper mapper(Class<T> type, Function<T, String> words) {
        return new ResultMapper() {
            @Override
            public boolean appliesTo(Origin origin, Object result) {
                return type.isInstance(result);
            }

            @Override
            public String map(Object result, io.quarkus.qute.Expression expression) {
                return words.apply(type.cast(result));
            }
        };
    }

    /**
     * Each sentence a paragraph.
     *
     * @param language that is wanted; what it lacks is said in the community's, and else in English
     */
    String say(CommunityId community, String language, Message message) {
        return message.sentences().stream()
                .map(sentence -> say(community, language, sentence))
                .collect(Collectors.joining("\n\n"));
    }

    String say(CommunityId community, String language, Sentence sentence) {
        return say(settings.of(community), language, sentence);
    }

    /** In a language where there is no community yet. */
    String say(String language, Sentence sentence) {
        return say(settings.everywhere(), language, sentence);
    }

    /** In the language of communities that have not chosen another. */
    String say(Sentence sentence) {
        return say(settings.everywhere().section(ChatSettings.class).language(), sentence);
    }

    private String say(Policy policy, String wanted, Sentence sentence) {
        String name = path(sentence.getClass());
        String communitys = policy.section(ChatSettings.class).language();
        for (String language : List.of(wanted, communitys, SHIPPED)) {
            Optional<Template> template = template(policy, language, name);
            if (template.isPresent())
                return ScopedValue.where(LANGUAGE, Locale.of(language))
                        .where(WITHIN, inner -> say(policy, wanted, inner))
                        .call(() ->
                                template.get().data("the", sentence).render().strip());
        }
        throw new IllegalStateException("no template say/en/" + name + " for " + sentence.getClass());
    }

    /** Moderators' own words, else those that ship. */
    private Optional<Template> template(Policy policy, String language, String name) {
        String own = policy.words().get(language + "/" + name);
        return own == null
                ? Optional.ofNullable(qute.getTemplate(FOLDER + language + "/" + name))
                : Optional.of(parsed.computeIfAbsent(own, qute::parse));
    }

    /** {@code io.tummler.credit.Says$CreditShown} is {@code credit/credit-shown}. */
    static String path(Class<?> sentence) {
        String packageName = sentence.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1)
                + "/"
                + HUMP.matcher(sentence.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    List<ChatPlatform.Key> keys(CommunityId community, String language, List<Button> buttons) {
        return buttons.stream()
                .map(button ->
                        new ChatPlatform.Key(say(community, language, button.label()), button.style(), button.id()))
                .toList();
    }

    /** Puts something in place of each mark. */
    static String fill(String words, Function<Marked, String> mention) {
        return MARK.matcher(words).replaceAll(match -> Matcher.quoteReplacement(mention.apply(marked(match))));
    }

    private static Marked marked(MatchResult match) {
        String member = match.group(1);
        if (member != null) return new Marked.Member(new MemberId(UUID.fromString(member)));
        String id = match.group(3);
        return match.group(2).charAt(0) == PERSON ? new Marked.Person(id) : new Marked.Place(new PlaceRef(id));
    }
}
