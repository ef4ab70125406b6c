package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.api.AboutCommunity;
import io.tummler.api.Mode;
import io.tummler.api.PolicyCheck;
import io.tummler.api.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for one community above those for all. */
class LayersTest {
    private static final String BAKERS = "100000000000000001";
    private static final String BIKERS = "100000000000000002";
    private static final Sections SECTIONS = new Sections(List.of(Venue.class, Stall.class));

    private final Map<String, String> environment = new HashMap<>();
    private PolicyCheck check = _ -> List.of();
    private int writes;

    @TempDir
    Path folder;

    /** Says whose the files are, as the product's own section does. */
    @Section("place")
    record Venue(
            @Section.Key(value = "Whose files these are.") Optional<String> guild,

            @Section.Key(value = "How far the bot may go.", or = "live")
            Mode mode,

            @Section.Key(value = "How many may come.", or = "10", min = 1)
            int guests,

            @Section.Key(value = "How long they may stay.", or = "2 hours")
            Duration stay,

            @Section.Key(value = "What is never served.", or = "[]")
            List<String> never)
            implements AboutCommunity {}

    @Section(value = "stalls", folder = true)
    record Stall(
            @Section.Key("What it is called.") String name,

            @Section.Key(value = "What there is.", or = "[]")
            List<Dish> dishes) {}

    record Dish(
            @Section.Key("What the books know it by.") String key,
            @Section.Key(value = "What it costs.", min = 1) int price) {
        Dish {
            if (key.length() > 10) throw new IllegalArgumentException("key must be short: " + key);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // Two writes within a tick of the file system's clock look the same; an editor is slower than that.
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * ++writes));
    }

    private ConfigFolder reader() {
        return new ConfigFolder(
                folder,
                SECTIONS,
                List.of(policy -> check.objections(policy)),
                name -> Optional.ofNullable(environment.get(name)));
    }

    private Reading read() {
        return reader().read();
    }

    private static Snapshot of(Reading reading, String folder) {
        Reading.Own own = reading.own().get(folder);
        assertThat(own).isNotNull();
        assertThat(own.problems()).isEmpty();
        return own.snapshot().orElseThrow();
    }

    private String problems(Reading reading) {
        return reading.allProblems().stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"))
                .replace(folder.toString(), "bot-config");
    }

    @Test
    void a_community_has_its_own_keys_and_the_rest_from_the_files_for_all() throws IOException {
        write("place.yaml", "guests: 20\nnever: [meat, fish]");
        write("communities/bakers/place.yaml", "guild: '" + BAKERS + "'\nstay: 1 hour");

        Reading reading = read();

        assertThat(of(reading, "bakers").section(Venue.class))
                .isEqualTo(new Venue(Optional.of(BAKERS), Mode.LIVE, 20, Duration.ofHours(1), List.of("meat", "fish")));
        assertThat(reading.everywhere().orElseThrow().section(Venue.class).stay())
                .isEqualTo(Duration.ofHours(2));
        assertThat(reading.own().get("bakers").guild()).contains(BAKERS);
    }

    @Test
    void groups_are_merged_and_lists_replaced() throws IOException {
        write("stalls/soup.yaml", "name: Soup\ndishes:\n  - key: pea\n    price: 3\n  - key: leek\n    price: 4");
        write("communities/" + BAKERS + "/stalls/soup.yaml", "dishes:\n  - key: onion\n    price: 5");
        write("communities/" + BAKERS + "/stalls/tea.yaml", "name: Tea");

        Snapshot own = of(read(), BAKERS);

        assertThat(own.folder(Stall.class))
                .isEqualTo(Map.of(
                        "soup", new Stall("Soup", List.of(new Dish("onion", 5))), "tea", new Stall("Tea", List.of())));
    }

    @Test
    void a_mistake_is_told_where_it_stands_and_once() throws IOException {
        write("place.yaml", "guests: 20");
        write("communities/" + BAKERS + "/place.yaml", "stay: soon\nguets: 3");
        write("communities/" + BAKERS + "/stalls/tea.yaml", "dishes: []");
        write("communities/" + BIKERS + "/place.yaml", "guests: 4");

        Reading reading = read();

        assertThat(problems(reading)).isEqualTo("""
                bot-config/communities/100000000000000001/place.yaml:1:7: 'stay' is 'soon' - a duration such as 90 minutes, 24 hours, 3 days or 2 weeks
                bot-config/communities/100000000000000001/place.yaml:2:1: there is no key 'guets' - one of guild, mode, guests, stay, never - did you mean 'guests'?
                bot-config/communities/100000000000000001/stalls/tea.yaml:1:1: 'name' is missing - text: What it is called.""");
        assertThat(reading.own().get(BAKERS).snapshot()).isEmpty();
        assertThat(of(reading, BIKERS).section(Venue.class).guests()).isEqualTo(4);
    }

    @Test
    void a_mistake_in_the_files_for_all_is_not_told_again_for_each_community() throws IOException {
        write("place.yaml", "guests: none");
        write("communities/" + BAKERS + "/place.yaml", "stay: 1 hour");

        Reading reading = read();

        assertThat(reading.everywhere()).isEmpty();
        assertThat(problems(reading))
                .isEqualTo("bot-config/place.yaml:1:9: 'guests' is 'none' - a whole number of at least 1");
    }

    @Test
    void files_say_whose_they_are_once() throws IOException {
        write("place.yaml", "guild: '" + BAKERS + "'");
        assertThat(problems(read())).contains("'guild' stands in the files for all communities");

        write("place.yaml", "guests: 3");
        write("communities/bakers/place.yaml", "stay: 1 hour");
        assertThat(problems(read())).contains("nothing says which community these files are for");

        write("communities/bakers/place.yaml", "guild: '" + BAKERS + "'");
        write("communities/" + BAKERS + "/place.yaml", "guests: 3");
        assertThat(problems(read())).contains("these files are for the same community as those in");
    }

    @Test
    void a_mistake_does_not_hide_whose_the_files_are() throws IOException {
        write("communities/bakers/place.yaml", "guild: '" + BAKERS + "'");
        write("communities/bakers/stalls/tea.yaml", "nmae: Tea");
        Reading broken = read();
        assertThat(broken.own().get("bakers").guild()).contains(BAKERS);
        assertThat(BotConfig.first(reader(), true).own().get(BAKERS).mode()).isEqualTo(Mode.OFF);

        write("communities/bakers/place.yaml", "gulid: '" + BAKERS + "'");
        assertThat(reader().read(reader().inventory(), broken)
                        .own()
                        .get("bakers")
                        .guild())
                .contains(BAKERS);
        assertThatThrownBy(() -> BotConfig.first(reader(), true))
                .isInstanceOf(BadConfig.class)
                .hasMessageContaining("did you mean 'guild'?");
    }

    @Test
    void whose_the_files_are_is_remembered_while_those_for_all_are_broken() throws IOException {
        write("communities/bakers/place.yaml", "guild: '" + BAKERS + "'");
        Reading good = read();
        write("place.yaml", "guets: 3");
        Reading broken = reader().read(reader().inventory(), good);
        assertThat(broken.everywhere()).isEmpty();
        assertThat(broken.allProblems()).hasSize(1);

        write("place.yaml", "guests: 3");
        write("communities/bakers/place.yaml", "gulid: '" + BAKERS + "'");
        Reading.Own bakers = reader().read(reader().inventory(), broken).own().get("bakers");
        assertThat(bakers.guild()).contains(BAKERS);
        assertThat(bakers.snapshot()).isEmpty();
    }

    @Test
    void a_mistake_that_lay_in_another_folder_is_gone_with_that_folder() throws IOException {
        write("communities/" + BAKERS + "/place.yaml", "guests: 3");
        write("communities/bakers/place.yaml", "guild: '" + BAKERS + "'");
        Reading twice = read();
        assertThat(twice.allProblems()).hasSize(1);
        assertThat(reader().read(reader().inventory(), twice).allProblems()).isEqualTo(twice.allProblems());

        Files.delete(folder.resolve("communities/" + BAKERS + "/place.yaml"));
        Files.delete(folder.resolve("communities/" + BAKERS));

        Reading once = reader().read(reader().inventory(), twice);
        assertThat(once.allProblems()).isEmpty();
        assertThat(of(once, "bakers").guild()).contains(BAKERS);
    }

    @Test
    void a_folder_that_could_not_be_read_is_read_once_it_can_be() throws IOException {
        write("place.yaml", "guests: 3");
        Inventory readable = reader().inventory();
        var unreadable = new Inventory(readable.layers(), List.of(Problem.of(folder, "it cannot be read", "what can")));

        Reading refused = reader().read(unreadable, null);
        assertThat(refused.everywhere()).isEmpty();

        assertThat(reader().read(readable, refused).everywhere()).isPresent();
    }

    @Test
    void what_did_not_change_is_the_very_same() throws IOException {
        write("place.yaml", "guests: 20");
        write("communities/" + BAKERS + "/place.yaml", "stay: 1 hour");
        write("communities/" + BIKERS + "/place.yaml", "stay: 3 hours");
        Reading first = read();

        write("communities/" + BAKERS + "/place.yaml", "stay: 9 hours");
        Reading second = reader().read(reader().inventory(), first);

        assertThat(second.everywhere().orElseThrow())
                .isSameAs(first.everywhere().orElseThrow());
        assertThat(of(second, BIKERS)).isSameAs(of(first, BIKERS));
        assertThat(of(second, BAKERS).section(Venue.class).stay()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void what_is_secret_stands_in_no_file_and_is_shown_nowhere() throws IOException {
        environment.put("GUESTS", "four hundred");
        environment.put("DISH", "s3cret");
        write("place.yaml", "guests: '{env:GUESTS}'\nnever: ['{env:DISH}', meat]");
        assertThat(problems(read()))
                .isEqualTo("bot-config/place.yaml:1:9: 'guests' is '{env:GUESTS}' - a whole number of at least 1");

        environment.put("GUESTS", "400");
        Snapshot snapshot = read().everywhere().orElseThrow();

        assertThat(snapshot.section(Venue.class).guests()).isEqualTo(400);
        assertThat(snapshot.section(Venue.class).never()).containsExactly("s3cret", "meat");
        assertThat(Effective.of(snapshot, SECTIONS).settings())
                .containsEntry("place: guests", "{env:GUESTS}")
                .containsEntry("place: never", "[{env:DISH}, meat]");
    }

    @Test
    void a_record_that_complains_of_a_secret_does_not_tell_it() throws IOException {
        environment.put("KEY", "s3cret, and a long one");
        write("stalls/tea.yaml", "name: Tea\ndishes:\n  - key: '{env:KEY}'\n    price: 3");
        assertThat(problems(read())).isEqualTo("bot-config/stalls/tea.yaml:3:10: key must be short: {env:KEY}");
    }

    @Test
    void a_variable_that_is_not_set_is_told_and_one_that_is_none() throws IOException {
        write("place.yaml", "guests: '{env:GUESTS}'\nstay: '{env:how long}'");

        assertThat(problems(read())).isEqualTo("""
                bot-config/place.yaml:1:9: the environment variable GUESTS is not set - a variable that the bot was started with
                bot-config/place.yaml:2:7: '{env:how long}' names no environment variable - {env:NAME}, in capital letters, digits and _""");
        Reading looked = new ConfigFolder(folder, SECTIONS, List.of(), Environment.ELSEWHERE).read();
        assertThat(looked.allProblems()).hasSize(1);
    }

    @Test
    void what_an_engine_objects_to_has_its_place() throws IOException {
        write("stalls/soup.yaml", "name: Soup\ndishes:\n  - key: pea\n    price: 3\n  - key: leek\n    price: 400");
        check = _ -> List.of(
                new PolicyCheck.Objection("stalls/soup", "dishes[1].price", "nobody has that much", "at most 50"),
                new PolicyCheck.Objection("place", "guests", "too few", "more"));

        assertThat(problems(read())).isEqualTo("""
                bot-config/place.yaml:1:1: too few - more
                bot-config/stalls/soup.yaml:6:12: nobody has that much - at most 50""");
    }

    @Test
    void every_setting_is_shown_in_one_way_with_the_place_that_decides_it() throws IOException {
        write("place.yaml", "stay: 120 minutes\n");
        write("communities/" + BAKERS + "/place.yaml", "guests: 7");
        write("communities/" + BAKERS + "/stalls/tea.yaml", "name: Tea\ndishes:\n  - key: mint\n    price: 3");

        List<Setting> settings = Setting.of(of(read(), BAKERS), SECTIONS);

        assertThat(settings.stream()
                        .map(it -> it.path() + " = " + it.shown()
                                + it.at()
                                        .map(at -> " in " + folder.relativize(Path.of(at.file())) + ":" + at.line())
                                        .orElse("")))
                .containsExactly(
                        "place: guild = none",
                        "place: mode = live",
                        "place: guests = 7 in communities/100000000000000001/place.yaml:1",
                        "place: stay = 2 hours in place.yaml:1",
                        "place: never = []",
                        "stalls/tea: name = Tea in communities/100000000000000001/stalls/tea.yaml:1",
                        "stalls/tea: dishes[mint].key = mint in communities/100000000000000001/stalls/tea.yaml:3",
                        "stalls/tea: dishes[mint].price = 3 in communities/100000000000000001/stalls/tea.yaml:4");
    }

    @Test
    void a_change_is_a_value_that_differs_and_not_another_way_to_write_it() throws IOException {
        write("place.yaml", "stay: 120 minutes\nguests: 5");
        write("stalls/tea.yaml", "name: Tea");
        Effective before = Effective.of(read().everywhere().orElseThrow(), SECTIONS);

        write("place.yaml", "# tidied\nguests: 6\nstay: 2 h");
        Files.delete(folder.resolve("stalls/tea.yaml"));

        assertThat(Effective.of(read().everywhere().orElseThrow(), SECTIONS).since(before))
                .containsExactly(
                        new Effective.Change("place: guests", Optional.of("5"), Optional.of("6")),
                        new Effective.Change("stalls/tea: name", Optional.of("Tea"), Optional.empty()),
                        new Effective.Change("stalls/tea: dishes", Optional.of("[]"), Optional.empty()));
    }

    @Test
    void words_stand_in_files_of_their_own() throws IOException {
        write("say/en/credit/thanks-booked.txt", "Thank you!");
        write("communities/" + BAKERS + "/say/en/credit/thanks-booked.txt", "Bread for you!");
        write("say/en/short.txt", "no");

        Reading reading = read();
        assertThat(problems(reading))
                .isEqualTo("bot-config/say/en/short.txt:1:1: no place for words -"
                        + " say/LANGUAGE/ENGINE/SENTENCE.txt, such as say/en/credit/thanks-booked.txt");

        Files.delete(folder.resolve("say/en/short.txt"));
        assertThat(read().everywhere().orElseThrow().words())
                .isEqualTo(Map.of("en/credit/thanks-booked", "Thank you!"));
        assertThat(of(read(), BAKERS).words()).isEqualTo(Map.of("en/credit/thanks-booked", "Bread for you!"));
    }
}
