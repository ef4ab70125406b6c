package io.tummler.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Give us 5 stars",
                "Leave a five-star review",
                "Leave a FIVE\u00ADSTAR... five - star rating",
                "Rate our app ⭐⭐⭐⭐⭐",
                "Rate our app with 5 ⭐",
                "5⭐ please",
                "⭐ ⭐ ⭐ ⭐ ⭐",
                "Give us 5stars",
                "★ ★ ★",
                "five ★ for the rye",
                "5️⭐",
                "Rate it 5 out of 5",
                "Rate us as highly as you can",
                "Review the recipe well",
                "Write a positive review in the shop",
                "We are happy about a good rating",
                "Leave a really great public review",
                "Rate us highly",
                "Recommend us to your friends",
                "Say something nice about our bread",
                "Reviews are welcome, but no negative ones",
                "Bad news welcome, but without bad reviews please",
                "Gib uns fünf Sterne",
                "Eine 5-Sterne-Bewertung wäre schön",
                "Schreib eine positive Rezension",
                "Hinterlass eine sehr gute Produktbewertung",
                "Bewerte uns gut",
                "Keine negativen Bewertungen bitte",
                "Empfiehl uns weiter",
                "Danos cinco estrellas",
                "Escribe una reseña positiva",
                "Deja una buena reseña",
                "Comparte una valoración muy positiva",
                "Recomienda nuestra tienda",
                "Sin reseñas negativas, por favor"
            })
    void a_task_that_asks_for_a_good_opinion_is_refused_with_what_is_allowed(String text) {
        assertThatThrownBy(() -> task(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 CFR 465.4")
                .hasMessageContaining("honest feedback of any kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Try the new rye bread and tell us what you think, good or bad",
                "Give us good or bad feedback, whatever you honestly think",
                "Write an honest review of any kind",
                "Tell us what you think; there is no bad answer",
                "Review how well our oven bakes",
                "Review the recipe as well",
                "We look for high quality, critical comments",
                "Bake star-shaped biscuits ⭐",
                "Rate the crust well or badly, as you found it",
                "Meet the stars of our team and tell them what you would change",
                "Come to the open day on the 5th and start a conversation",
                "Bake with our flour, post a good photo and a word of your own",
                "Probier das Brot und sag uns ehrlich deine Meinung, gut oder schlecht",
                "Schreib eine ehrliche Bewertung, egal welche",
                "Prueba el pan y escribe una reseña honesta, positiva o negativa",
                "Deja una opinión positiva o negativa, como tú quieras"
            })
    void a_task_may_ask_for_honest_feedback_of_any_kind(String text) {
        assertThatCode(() -> task(text)).doesNotThrowAnyException();
    }

    @Test
    void a_good_opinion_can_not_hide_in_the_title_either() {
        assertThatThrownBy(() -> new TaskSettings(
                        "try-rye",
                        "A 5 star review",
                        "Try it",
                        "You learn to bake",
                        20,
                        40,
                        "I got credit.",
                        Optional.empty()))
                .hasMessageContaining("16 CFR 465.4");
    }

    @Test
    void a_good_opinion_can_not_hide_in_what_the_brand_is_called_or_is() {
        assertThatThrownBy(() -> new BrandSettings(true, "Rate us 5 stars", "a bakery", false, List.of()))
                .hasMessageContaining("16 CFR 465.4");
        assertThatThrownBy(() ->
                        new BrandSettings(true, "Rye & Co.", "a bakery that likes positive reviews", false, List.of()))
                .hasMessageContaining("16 CFR 465.4");
    }

    @Test
    void a_task_without_a_disclosure_is_refused() {
        assertThatThrownBy(
                        () -> new TaskSettings("try-rye", "Try rye", "Try it", "Bread", 20, 40, " ", Optional.empty()))
                .hasMessageContaining("disclosure must say something");
    }

    @Test
    void a_task_ends_after_its_last_day() {
        TaskSettings task = task("try-rye", "2026-05-12");
        assertThat(task.endedBy(LocalDate.of(2026, 5, 12))).isFalse();
        assertThat(task.endedBy(LocalDate.of(2026, 5, 13))).isTrue();
        assertThat(task("try-rye", "").endedBy(LocalDate.of(2099, 1, 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rye", "a/b", "-rye", "rye-", "this-key-has-25-characters"})
    void a_key_that_is_no_key_is_refused(String key) {
        assertThatThrownBy(() -> task(key, "")).hasMessageContaining("key must be 1 to 24");
    }

    @Test
    void two_tasks_with_one_key_are_refused() {
        var task = task("try-rye", "");
        assertThatThrownBy(() -> new BrandSettings(true, "Rye & Co.", "a bakery", false, List.of(task, task)))
                .hasMessageContaining("two tasks have the key try-rye");
    }

    private static TaskSettings task(String text) {
        return new TaskSettings(
                "try-rye", "Try rye", text, "You learn to bake", 20, 40, "I got credit.", Optional.empty());
    }

    private static TaskSettings task(String key, String until) {
        return new TaskSettings(
                key,
                "Try rye",
                "Try it",
                "You learn to bake",
                20,
                40,
                "I got credit.",
                Optional.of(until).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }
}
