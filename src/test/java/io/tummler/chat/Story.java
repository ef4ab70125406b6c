package io.tummler.chat;

import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Sandbox;
import java.util.Map;
import java.util.function.Consumer;

/** The whole loop, as two people live it who do again what the bot did not respond to. */
final class Story {
    enum Act {
        HELPER_JOINS,
        HELPER_ALLOWS_INTRODUCTIONS,
        HELPER_ALLOWS_DIRECT_MESSAGES,
        HELPER_ALLOWS_TASKS,
        ASKER_JOINS,
        ASKER_ALLOWS_INTRODUCTIONS,
        ASKER_ALLOWS_DIRECT_MESSAGES,
        HELPER_OFFERS,
        ASKER_ASKS,
        ASKER_LETS_THEM_BE_ASKED,
        HELPER_SAYS_YES,
        ASKER_SAYS_YES,
        ASKER_THANKS,
        ASKER_WAS_HELPED,
        HELPER_MET,
        HELPER_OPENS_THE_BOARD,
        HELPER_DOES_A_TASK
    }

    private final Consumer<Act> before;
    private final Insistent helper;
    private final Insistent asker;

    /**
     * @param before is told of each act before it begins
     */
    Story(Sandbox sandbox, Consumer<Act> before) {
        this.before = before;
        helper = new Insistent(sandbox.persona("ada"), sandbox);
        asker = new Insistent(sandbox.persona("ben"), sandbox);
    }

    Insistent helper() {
        return helper;
    }

    Insistent asker() {
        return asker;
    }

    void live() {
        MessageView panel = runs(Act.HELPER_JOINS, helper, "join", Map.of());
        panel = presses(Act.HELPER_ALLOWS_INTRODUCTIONS, helper, panel, "Allow introductions");
        panel = presses(Act.HELPER_ALLOWS_DIRECT_MESSAGES, helper, panel, "Allow direct messages");
        presses(Act.HELPER_ALLOWS_TASKS, helper, panel, "Allow tasks");
        panel = runs(Act.ASKER_JOINS, asker, "join", Map.of());
        panel = presses(Act.ASKER_ALLOWS_INTRODUCTIONS, asker, panel, "Allow introductions");
        presses(Act.ASKER_ALLOWS_DIRECT_MESSAGES, asker, panel, "Allow direct messages");
        runs(Act.HELPER_OFFERS, helper, "offer", Map.of("what", "baking sourdough bread"));
        MessageView asked = runs(Act.ASKER_ASKS, asker, "ask", Map.of("what", "somebody who shows me sourdough"));

        presses(Act.ASKER_LETS_THEM_BE_ASKED, asker, asked, "Ask them");
        MessageView toHelper = helper.hears("Somebody here could use your help");
        presses(Act.HELPER_SAYS_YES, helper, toHelper, "Yes, introduce us");
        MessageView toAsker = asker.hears("Somebody would help you");
        presses(Act.ASKER_SAYS_YES, asker, toAsker, "Yes, bring us together");
        asker.findsThread();
        runs(Act.ASKER_THANKS, asker, "thanks", Map.of("member", "ada", "for", "the starter"));
        helper.hears("the starter");

        MessageView howWasIt = asker.hears("How did it go with");
        MessageView andForYou = helper.hears("How did it go with");
        presses(Act.ASKER_WAS_HELPED, asker, howWasIt, "It helped me");
        presses(Act.HELPER_MET, helper, andForYou, "We met, it did not help me");
        MessageView board = runs(Act.HELPER_OPENS_THE_BOARD, helper, "tasks", Map.of());
        presses(
                Act.HELPER_DOES_A_TASK,
                helper,
                board,
                board.buttons().getFirst().label());
    }

    private MessageView runs(Act act, Insistent person, String command, Map<String, ?> options) {
        before.accept(act);
        return person.runs(command, options);
    }

    private MessageView presses(Act act, Insistent person, MessageView message, String label) {
        before.accept(act);
        return person.presses(message, label);
    }
}
