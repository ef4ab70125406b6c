package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.tummler.api.ChannelRef;
import io.tummler.api.Mode;
import io.tummler.api.PolicyCheck.Objection;
import io.tummler.config.FixedSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsCheckTest {
    private static final ChannelRef CHANNEL = new ChannelRef("somewhere");

    private static List<Objection> objections(String language) {
        Engine qute = Engine.builder().addDefaults().build();
        for (String shipped : List.of("en", "de"))
            qute.putTemplate("say/" + shipped + "/chat/ready", qute.parse("{the.words}"));
        return new WordsCheck(qute)
                .objections(new FixedSettings(new ChatSettings(
                        CHANNEL,
                        CHANNEL,
                        Optional.empty(),
                        Duration.ofDays(30),
                        language,
                        Mode.LIVE,
                        Optional.empty())));
    }

    @Test
    void a_community_may_speak_a_language_that_ships() {
        assertThat(objections("en")).isEmpty();
        assertThat(objections("de")).isEmpty();
    }

    @Test
    void a_language_of_which_there_are_no_words_is_refused() {
        assertThat(objections("xx"))
                .singleElement()
                .satisfies(
                        objection -> assertThat(objection.what()).isEqualTo("there are no words in the language 'xx'"));
    }
}
