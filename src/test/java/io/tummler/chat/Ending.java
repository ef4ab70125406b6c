package io.tummler.chat;

import static org.awaitility.Awaitility.await;

import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the story ended, for people and in the books, in words that are the same for each telling of it.
 *
 * @param direct how many direct messages each has; an answer takes the place of its question, and none goes
 * @param threads all there are, which the owner of the guild sees
 * @param standing of the helper, as the helper sees it
 * @param left what is neither done nor said yet, or was given up
 */
record Ending(
        Map<String, Integer> direct,
        List<String> threads,
        List<String> standing,
        List<String> transfers,
        List<String> introductions,
        List<String> statements,
        List<String> consents,
        List<String> left) {
    private static final String OWNER = "lev";
    private static final Pattern TAG = Pattern.compile("\\([0-9a-f]{6}\\)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Asks the bot, stops it and opens its books. */
    static Ending of(Story story, Sandbox sandbox, BotProcess bot) {
        List<String> standing = story.helper()
                .runs("me", Map.of())
                .content()
                .lines()
                .filter(line -> line.contains("credit") || line.contains("reciprocity"))
                .filter(line -> !DAY.matcher(line).find())
                .toList();
        stopWhenAllIsSaid(bot);
        Map<String, Integer> direct = new HashMap<>();
        for (Persona person : List.of(story.helper().persona(), story.asker().persona()))
            direct.put(person.username(), (int) person.dms().stream()
                    .filter(message -> !message.ephemeral())
                    .count());
        List<String> threads = sandbox.persona(OWNER).threads().stream()
                .map(thread -> TAG.matcher(thread.name()).replaceAll("(tag)") + " " + thread.isPrivate() + " "
                        + thread.members() + " " + thread.messages().size())
                .toList();
        Map<String, String> names = names(sandbox, bot);
        List<String> left = new ArrayList<>(bot.query("select id from interaction where done_at is null"));
        left.addAll(bot.query("select kind, state from outbox where state in ('PENDING', 'DEAD')"));
        return new Ending(
                direct,
                threads,
                standing,
                named(names, bot.query("select reason, amount, debit, credit from transfer")),
                named(names, bot.query("""
                        select state, asker, asker_found, helper, helper_found,
                            case when connected_at is null then 'never met' else 'connected' end
                        from introduction""")),
                named(names, bot.query("select owner, kind, wording from statement")),
                named(names, bot.query("select member_id, purpose from consent")),
                left);
    }

    /** What people have seen already may still stand in the outbox, for the bot to find out; a stop does not wait for it. */
    static void stopWhenAllIsSaid(BotProcess bot) {
        await("nothing is left to be said")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(3))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    bot.askToStop();
                    bot.exitCode();
                    if (bot.query("select id from outbox where state = 'PENDING'")
                            .isEmpty()) return true;
                    bot.start();
                    return false;
                });
    }

    private static Map<String, String> names(Sandbox sandbox, BotProcess bot) {
        Map<String, String> names = new HashMap<>();
        for (String line : bot.query("select member_id, person_id from identity")) {
            String[] row = line.split(" ");
            sandbox.personas().stream()
                    .filter(persona -> Long.toString(persona.id()).equals(row[1]))
                    .forEach(persona -> names.put(row[0], persona.username()));
        }
        bot.query("select id from community").forEach(id -> names.put(id, "community"));
        return names;
    }

    private static List<String> named(Map<String, String> names, List<String> lines) {
        return lines.stream()
                .map(line -> {
                    String said = line;
                    for (var name : names.entrySet()) said = said.replace(name.getKey(), name.getValue());
                    return said;
                })
                .sorted()
                .toList();
    }
}
