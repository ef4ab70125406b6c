package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tummler.api.ChannelRef;
import io.tummler.api.RoleRef;
import io.tummler.api.Section;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectionsTest {
    @Test
    void a_file_becomes_its_record() {
        assertThat(read("""
                name: The Corner Yard
                enabled: false
                weekly-cap: 3
                credit: 9
                confidence: 1
                tone: brisk
                answer-within: 90 minutes
                channels: [help, "2nd floor"]
                steps:
                  - key: plant
                  - key: water
                    credit: 4
                first:
                  key: dig
                until: 2026-12-31
                """))
                .isEqualTo(new Sample(
                        "The Corner Yard",
                        false,
                        3,
                        9,
                        1.0,
                        Sample.Tone.BRISK,
                        Duration.ofMinutes(90),
                        List.of("help", "2nd floor"),
                        List.of(new Sample.Step("plant", 1), new Sample.Step("water", 4)),
                        new Sample.Step("dig", 1),
                        Optional.of(LocalDate.of(2026, 12, 31))));
    }

    @Test
    void what_the_file_leaves_out_is_as_the_record_says() {
        assertThat(read("name: a"))
                .isEqualTo(new Sample(
                        "a",
                        true,
                        2,
                        5,
                        0.7,
                        Sample.Tone.PLAIN_WARM,
                        Duration.ofDays(3),
                        List.of(),
                        List.of(),
                        new Sample.Step("hello", 1),
                        Optional.empty()));
    }

    @Test
    void the_type_decides_what_a_value_means_and_not_how_it_is_written() {
        assertThat(read("{name: no, confidence: '0.8', weekly-cap: \"4\"}"))
                .isEqualTo(read("name: 'no'\nconfidence: 0.8\nweekly-cap: 4\n"));
        assertThat(read("name: 1.10").name()).isEqualTo("1.10");
        assertThat(read("name: 2026-12-31").name()).isEqualTo("2026-12-31");
        assertThat(read("name: 'null'").name()).isEqualTo("null");
        assertThat(read("name: ''").name()).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_key() {
        assertThat(read("\uFEFFname: a").name()).isEqualTo("a");
    }

    @Test
    void a_section_needs_no_file_when_every_key_has_a_default() {
        assertThat(Sections.defaults(Town.class)).isEqualTo(new Town("moderators", 800));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sections.defaults(Sample.class))
                .withMessageContaining("'name' is missing - text: What it is called.");
    }

    @Test
    void each_word_of_a_component_is_a_word_of_its_key() {
        record Budget(
                @Section.Key("How many.") int thanksAWeek,
                @Section.Key("How long.") Duration quietPeriod) {}

        assertThat(Shapes.of(Budget.class).names()).containsExactly("thanks-a-week", "quiet-period");
    }

    @Test
    void channels_and_roles_go_by_name_or_id() {
        record Places(
                @Section.Key("Where.") ChannelRef channel,
                @Section.Key("For whom.") Optional<RoleRef> role) {}

        assertThat(Shapes.of(Places.class).keys())
                .extracting(Shape.Key::shape)
                .containsExactly(Shape.Named.CHANNEL, new Shape.Maybe(Shape.Named.ROLE));
        assertThat(Shape.Named.CHANNEL.read("#help")).contains(new ChannelRef("help"));
        assertThat(Shape.Named.ROLE.read("1434816872448000002")).contains(new RoleRef("1434816872448000002"));
        assertThat(Shape.Named.CHANNEL.read("#")).isEmpty();
        assertThat(Shape.Named.ROLE.read("")).isEmpty();
        assertThat(Shape.Named.CHANNEL.allowed()).isEqualTo("a channel's name or id");
        assertThat(Shape.Named.ROLE.allowed()).isEqualTo("a role's name or id");
    }

    @Test
    void two_sections_of_one_name_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sections(List.of(Town.class, Town.class)))
                .withMessageContaining("are both the section sample-town");
    }

    @Test
    void the_author_of_a_record_learns_what_is_wrong_with_it() {
        record Bare(int count) {}
        record Odd(@Section.Key("A map.") java.util.Map<String, String> map) {}
        record BadDefault(
                @Section.Key(value = "A number.", or = "7", max = 5)
                int number) {}
        record Endless(@Section.Key("More.") List<Endless> more) {}
        record BadLimit(
                @Section.Key(value = "A duration.", or = "2 days", most = "soon")
                Duration span) {}

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shapes.of(Bare.class))
                .withMessageEndingWith("Bare.count lacks a @Section.Key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shapes.of(Odd.class))
                .withMessageContaining("Odd.map is of a type that files cannot hold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shapes.of(BadDefault.class))
                .withMessageContaining("'number' is '7' - a whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shapes.of(Endless.class))
                .withMessageEndingWith("Endless contains itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shapes.of(BadLimit.class))
                .withMessageEndingWith("BadLimit.span has a limit that is no duration: soon");
    }

    @Test
    void a_duration_keeps_to_its_limits_and_says_them() {
        record Times(
                @Section.Key("Any.") Duration any,

                @Section.Key(value = "Something.", least = "1 second")
                Duration something,

                @Section.Key(value = "Not much.", most = "2 days")
                Duration little,

                @Section.Key(value = "Days.", least = "1 day", most = "3650 days", wholeDays = true)
                Duration days) {}
        List<Shape.Scalar> times = Shapes.of(Times.class).keys().stream()
                .map(it -> (Shape.Scalar) it.shape())
                .toList();

        assertThat(times)
                .extracting(Shape::allowed)
                .containsExactly(
                        "a duration such as 90 minutes, 24 hours, 3 days or 2 weeks",
                        "a duration of at least 1 second, such as 90 minutes, 24 hours, 3 days or 2 weeks",
                        "a duration from 0 days to 2 days, such as 90 minutes, 24 hours, 3 days or 2 weeks",
                        "whole days from 1 day to 3650 days, such as 3 days or 2 weeks");
        assertThat(taken(times, "0 days")).containsExactly(true, false, true, false);
        assertThat(taken(times, "PT0.5S")).containsExactly(true, false, true, false);
        assertThat(taken(times, "1 second")).containsExactly(true, true, true, false);
        assertThat(taken(times, "1 day")).containsExactly(true, true, true, true);
        assertThat(taken(times, "36 hours")).containsExactly(true, true, true, false);
        assertThat(taken(times, "48 hours")).containsExactly(true, true, true, true);
        assertThat(taken(times, "PT48H0.5S")).containsExactly(true, true, false, false);
        assertThat(taken(times, "3650 days")).containsExactly(true, true, false, true);
        assertThat(taken(times, "3651 days")).containsExactly(true, true, false, false);
        assertThat(times)
                .as("nothing is suggested that is not allowed")
                .extracting(it -> it.meant("3 dayz").isPresent())
                .containsExactly(true, true, false, true);
    }

    private static List<Boolean> taken(List<Shape.Scalar> times, String text) {
        return times.stream().map(it -> it.read(text).isPresent()).toList();
    }

    @Test
    void a_number_may_be_of_percent() {
        var share = new Shape.Decimal(0, 1);
        assertThat(share.read("20%")).contains(0.2);
        assertThat(share.read("7.5 %")).contains(0.075);
        assertThat(share.read("101%")).isEmpty();
        assertThat(share.read("%")).isEmpty();
    }

    private static Sample read(String yaml) {
        Problems problems = new Problems("sample.yaml");
        Record record = Binder.file(
                Shapes.of(Sample.class), yaml.getBytes(StandardCharsets.UTF_8), Environment.OF_THE_BOT, problems);
        assertThat(problems.found()).isEmpty();
        return Sample.class.cast(record);
    }
}
