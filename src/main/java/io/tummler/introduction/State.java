package io.tummler.introduction;

import java.util.Optional;

/**
 * The life of an introduction. A "no" of the one who is asked leads to a state that waits for the same moment as no
 * answer at all, and only then ends: so the other side can't tell them apart.
 *
 * <pre>
 * PROPOSED --ask--> ASKED --yes--> ACCEPTED --yes--> CONNECTED --time--> CHECKED_IN --both, time--> CLOSED
 *     |               |               |                   |                    |
 *     +------no-------+------no-------+--> DECLINED       +--------end---------+--end--> CLOSED
 *     +---time, end---+---time, end---+------+---time, end--> LAPSED
 * </pre>
 */
enum State {
    /** Both fit, and the helper has not been asked yet, being asked about enough this week. */
    PROPOSED,
    /** The helper is asked. */
    ASKED,
    /** The helper would; the asker is asked. */
    ACCEPTED,
    /** One of them said no, which nobody learns. */
    DECLINED,
    /** Both said yes. */
    CONNECTED,
    /** Each is asked how it went. */
    CHECKED_IN,
    /** Over, after they met or could have met. */
    CLOSED,
    /** Over, before it came about. */
    LAPSED;

    enum Event {
        /** The helper has room for it this week. */
        ASK,
        /** Whoever is asked says yes. */
        YES,
        /** Whoever is asked says no. */
        NO,
        /** The state's time is up. */
        TIME,
        /** Both have answered the check-in. */
        BOTH_ANSWERED,
        /** It no longer has a point: the need is met, withdrawn, or one of them took a consent back. */
        END
    }

    boolean isOver() {
        return this == CLOSED || this == LAPSED;
    }

    /** Where an event leads; empty when it has no meaning here, such as a button pressed twice. */
    Optional<State> on(Event event) {
        return switch (this) {
            case PROPOSED ->
                switch (event) {
                    case ASK -> Optional.of(ASKED);
                    case NO -> Optional.of(DECLINED);
                    case TIME, END -> Optional.of(LAPSED);
                    case YES, BOTH_ANSWERED -> Optional.empty();
                };
            case ASKED ->
                switch (event) {
                    case YES -> Optional.of(ACCEPTED);
                    case NO -> Optional.of(DECLINED);
                    case TIME, END -> Optional.of(LAPSED);
                    case ASK, BOTH_ANSWERED -> Optional.empty();
                };
            case ACCEPTED ->
                switch (event) {
                    case YES -> Optional.of(CONNECTED);
                    case NO -> Optional.of(DECLINED);
                    case TIME, END -> Optional.of(LAPSED);
                    case ASK, BOTH_ANSWERED -> Optional.empty();
                };
            case DECLINED ->
                switch (event) {
                    case TIME, END -> Optional.of(LAPSED);
                    case ASK, YES, NO, BOTH_ANSWERED -> Optional.empty();
                };
            case CONNECTED ->
                switch (event) {
                    case TIME -> Optional.of(CHECKED_IN);
                    case END -> Optional.of(CLOSED);
                    case ASK, YES, NO, BOTH_ANSWERED -> Optional.empty();
                };
            case CHECKED_IN ->
                switch (event) {
                    case TIME, END, BOTH_ANSWERED -> Optional.of(CLOSED);
                    case ASK, YES, NO -> Optional.empty();
                };
            case CLOSED, LAPSED -> Optional.empty();
        };
    }
}
