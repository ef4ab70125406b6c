package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.introduction.State.Event;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTest {
    /** Where each event leads from each state; a dot where it has no meaning. */
    private static final String TABLE = """
                        ASK         YES         NO          TIME        BOTH_ANSWERED END
            PROPOSED    ASKED       .           DECLINED    LAPSED      .           LAPSED
            ASKED       .           ACCEPTED    DECLINED    LAPSED      .           LAPSED
            ACCEPTED    .           CONNECTED   DECLINED    LAPSED      .           LAPSED
            DECLINED    .           .           .           LAPSED      .           LAPSED
            CONNECTED   .           .           .           CHECKED_IN  .           CLOSED
            CHECKED_IN  .           .           .           CLOSED      CLOSED      CLOSED
            CLOSED      .           .           .           .           .           .
            LAPSED      .           .           .           .           .           .
            """;

    @Test
    void events_lead_where_the_table_says() {
        var table = new StringBuilder(row("", Stream.of(Event.values()).map(Event::name)));
        for (State state : State.values())
            table.append(row(
                    state.name(),
                    Stream.of(Event.values())
                            .map(event -> state.on(event).map(State::name).orElse("."))));
        assertThat(table).hasToString(TABLE);
    }

    private static String row(String head, Stream<String> cells) {
        return Stream.concat(Stream.of(head), cells)
                        .map("%-11s"::formatted)
                        .collect(Collectors.joining(" "))
                        .stripTrailing()
                + "\n";
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void every_state_that_is_not_over_ends_by_time_alone(State state) {
        Set<State> seen = EnumSet.noneOf(State.class);
        State now = state;
        while (!now.isOver()) {
            assertThat(seen.add(now)).as("%s comes back to %s", state, now).isTrue();
            now = now.on(Event.TIME).orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_is_over_stays_over(State state) {
        if (state.isOver())
            assertThat(Event.values()).allMatch(event -> state.on(event).isEmpty());
        else
            assertThat(state.on(Event.END))
                    .hasValueSatisfying(end -> assertThat(end.isOver()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_no_and_no_answer_end_alike(State state) {
        state.on(Event.NO).ifPresent(no -> assertThat(no.on(Event.TIME)).isEqualTo(state.on(Event.TIME)));
    }
}
