package io.tummler.brand;

import static io.tummler.credit.Spoken.english;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaysTest {
    private static final LocalDate LAST = LocalDate.of(2026, 5, 12);

    @Test
    void a_task_is_told_with_what_it_gives_and_what_to_disclose() {
        assertThat(english(new Says.TaskShown(
                        "Rye & Co.",
                        "a bakery",
                        "Try rye",
                        "Bake one.",
                        "You learn it.",
                        20,
                        "I got credit.",
                        List.of())))
                .isEqualTo("""
                        **Try rye**
                        Rye & Co.: a bakery
                        Bake one.
                        **For you:** You learn it.
                        **Credit:** 20
                        **If you post about it, say:** I got credit.""");
    }

    @Test
    void a_task_that_ends_says_when() {
        assertThat(english(new Says.TaskShown(
                        "Rye & Co.", "a bakery", "Try rye", "Bake.", "Bread.", 20, "I got credit.", List.of(LAST))))
                .endsWith("say:** I got credit.\n**Until** 2026-05-12");
    }

    @Test
    void three_tasks_of_the_greatest_length_fit_into_one_message_of_discord() {
        String longest = english(new Says.TaskShown(
                "n".repeat(30),
                "a".repeat(160),
                "t".repeat(60),
                "x".repeat(300),
                "f".repeat(100),
                1000,
                "d".repeat(100),
                List.of(LAST)));
        String more = english(new Says.MoreTasksLater(999));
        assertThat(3 * (longest.length() + 2) + more.length()).isLessThanOrEqualTo(4000);
    }

    @Test
    void counts_are_worded_as_they_should() {
        assertThat(english(new Says.TasksDone(1))).contains("You have done 1 task for");
        assertThat(english(new Says.MoreTasksLater(1))).startsWith("One more task will show");
        assertThat(english(new Says.MoreTasksLater(2))).startsWith("2 more tasks will show");
        assertThat(english(new Says.TaskThanked("Rye & Co.", 1, "I got credit.")))
                .contains("gave you 1 credit for it");
    }
}
