package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Key;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.SlashCommand;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody writes into an option of a command calls nobody, leads nowhere, and stands the right way round. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class TamedTest {
    /** With a backslash before it, any sign means itself. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\[^0-9A-Za-z\\s]");

    /** Between backticks nothing is anything but letters. */
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

    private static final Pattern CALLS_OR_LEADS =
            Pattern.compile("(?m)://|@everyone|@here|<[@#/:tai]|\\]\\(|\\*\\*x|\\|\\|x|^#");
    /** Of format characters only the joiners that scripts and emoji need. */
    private static final Pattern DISTORTS = Pattern.compile("\\p{M}{3}|[\\p{Cf}&&[^\\u200C\\u200D]]|\\p{Co}");

    @Inject
    ScriptedPlatform platform;

    @Inject
    @All
    List<SlashCommand> commands;

    private Town town;
    private Person ada;
    private Person ben;
    private Person cleo;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x.example",
                "https://x.example/a_b?c=d",
                "[a bank](https://x.example)",
                "<https://x.example>",
                "@everyone",
                "@here",
                "<@123456789012345678>",
                "<@!123456789012345678>",
                "<@&123456789012345678>",
                "<#123456789012345678>",
                "</join:123456789012345678>",
                "<:smile:123456789012345678>",
                "<a:smile:123456789012345678>",
                "<t:0:R>",
                "<id:guide>",
                "a **xx** ||xx||",
                "a\n# headline",
                "\u202Egnirts\u202C",
                "\u2067turned\u2069",
                "\u200B\u2060\uFEFFhidden",
                "z\u0301\u0316\u0301\u0316\u0301\u0316lgo",
                "\uE00001902f5e-0000-7000-8000-000000000001\uE001",
                "\uE000@123456789012345678\uE001",
            })
    void what_is_written_means_itself(String written) {
        town = platform.town();
        ada = town.person("ada").moderates().joins("introductions", "direct messages", "listening");
        ben = town.person("ben").joins("introductions", "direct messages");
        cleo = town.person("cleo").joins("introductions", "direct messages");
        List<Text> answers = new ArrayList<>(two_meet(written));
        for (SlashCommand command : commands) {
            SlashCommand.Spec spec = command.spec();
            // It says what it was given as it stands, for other tests.
            boolean writes = spec.options().stream().anyMatch(option -> option instanceof SlashCommand.Option.Text);
            if (writes && !spec.name().equals(ScriptedCommand.NAME))
                answers.add(ada.runs(spec.name(), filled(spec, written)));
        }
        answers.add(ada.runs("exclude", Map.of("role", ScriptedPlatform.role(written + " crew"))));
        for (Person person : List.of(ada, ben, cleo)) answers.add(person.runs("me", Map.of()));
        Stream.of(
                        answers.stream(),
                        ada.direct().stream(),
                        ben.direct().stream(),
                        cleo.direct().stream(),
                        town.posts().stream().map(Delivery.Post::text),
                        town.threads().stream().map(Delivery.OpenThread::text))
                .flatMap(texts -> texts)
                .forEach(this::is_harmless);
        assertThat(town.posts()).as("a report").isNotEmpty();
        town.threads().forEach(thread -> assertThat(thread.title()).doesNotContainPattern(DISTORTS));
    }

    private List<Text> two_meet(String written) {
        ben.runs("offer", Map.of("what", "sourdough bread " + written));
        Text asked = ada.runs("ask", Map.of("what", "sourdough bread, please " + written));
        Text asking = ada.presses(asked, "Ask");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        Text connecting = ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
        return List.of(asked, asking, connecting);
    }

    private Map<String, Object> filled(SlashCommand.Spec spec, String written) {
        Iterator<Person> people = List.of(ben, cleo).iterator();
        Map<String, Object> options = new HashMap<>();
        for (SlashCommand.Option option : spec.options()) {
            switch (option) {
                case SlashCommand.Option.Text text -> options.put(text.name(), "about " + written);
                case SlashCommand.Option.Person person -> options.put(person.name(), people.next());
                case SlashCommand.Option.RoleOption role -> options.put(role.name(), ScriptedPlatform.role(written));
                case SlashCommand.Option.Choice _, SlashCommand.Option.Flag _ -> {}
            }
        }
        return options;
    }

    private void is_harmless(Text text) {
        assertThat(text.mentioned()).isSubsetOf(ada.ref, ben.ref, cleo.ref);
        String plain =
                ESCAPED.matcher(CODE.matcher(text.words()).replaceAll("")).replaceAll("");
        assertThat(plain).doesNotContainPattern(CALLS_OR_LEADS);
        assertThat(text.words()).doesNotContainPattern(DISTORTS);
        assertThat(text.buttons()).extracting(Key::label).noneMatch(DISTORTS.asPredicate());
    }
}
