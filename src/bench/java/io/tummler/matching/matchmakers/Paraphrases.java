package io.tummler.matching.matchmakers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Needs and offers in one language, all made up for this: each topic has two offers and four needs that mostly say it
 * in other words, beside offers that nobody needs. Greetings and trailers come at random, by a fixed seed.
 */
final class Paraphrases {
    private static final int COPIES = 3;
    private static final int SEED = 20261128;
    private static final String FOLDER = "retrieval/";

    record Need(int topic, String category, String text) {}

    /** An offer for the needs of a topic, or of none: then the topic is {@link #NO_TOPIC}. */
    record Offer(int topic, String category, String text) {}

    static final int NO_TOPIC = -1;

    final List<Need> needs = new ArrayList<>();
    final List<Offer> offers = new ArrayList<>();
    /** What is said in them, without greetings and trailers. */
    final List<String> cores = new ArrayList<>();

    private final Random random = new Random(SEED);

    Paraphrases(String language) {
        Frames frames = Frames.of(language);
        int topic = 0;
        for (String line : lines("topics-" + language)) {
            String[] parts = line.split("\\|");
            String category = parts[0].strip();
            for (String offer : parts[1].split(";"))
                offers.add(new Offer(topic, category, framed(offer, frames.beforeOffer, frames.afterOffer)));
            for (String need : parts[2].split(";"))
                needs.add(new Need(topic, category, framed(need, frames.beforeNeed, frames.afterNeed)));
            topic++;
        }
        for (String line : lines("distractors-" + language)) {
            String[] parts = line.split("\\|");
            for (String object : parts[1].split(";")) {
                for (String pattern : parts[0].split(";")) {
                    String core = pattern.strip().replace("{}", object.strip());
                    core = Character.toUpperCase(core.charAt(0)) + core.substring(1);
                    for (int i = 0; i < COPIES; i++)
                        offers.add(new Offer(NO_TOPIC, "", framed(core, frames.beforeOffer, frames.afterOffer)));
                }
            }
        }
    }

    List<String> needTexts() {
        return needs.stream().map(Need::text).toList();
    }

    List<String> offerTexts() {
        return offers.stream().map(Offer::text).toList();
    }

    /** The places of the offers for each need. */
    List<int[]> relevant() {
        return needs.stream()
                .map(need -> IntStream.range(0, offers.size())
                        .filter(i -> offers.get(i).topic == need.topic)
                        .toArray())
                .toList();
    }

    private String framed(String said, List<String> befores, List<String> afters) {
        String core = said.strip();
        cores.add(core);
        String before = befores.get(random.nextInt(befores.size()));
        String after = afters.get(random.nextInt(afters.size()));
        boolean ended = "?!.".indexOf(core.charAt(core.length() - 1)) >= 0;
        return (before + core + (ended ? "" : ".") + after).strip();
    }

    private static List<String> lines(String name) {
        try (InputStream in = Paraphrases.class.getResourceAsStream(FOLDER + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What people say around what they say, an empty one for whoever comes to the point. */
    private record Frames(
            List<String> beforeOffer, List<String> afterOffer, List<String> beforeNeed, List<String> afterNeed) {
        static Frames of(String language) {
            return switch (language) {
                case "en" ->
                    new Frames(
                            List.of("", "", "", "Hi all! ", "I am new here. ", "My offer: ", "Hello neighbours, "),
                            List.of(
                                    "",
                                    "",
                                    "",
                                    " Evenings and weekends.",
                                    " Free of charge.",
                                    " In exchange for cake.",
                                    " Online or in person.",
                                    " Write to me if you are interested.",
                                    " Ask me anything.",
                                    " I have some time on Mondays.",
                                    " Near the station."),
                            List.of("", "", "", "Hi everyone, ", "Question: ", "Hello! ", "Maybe someone knows: "),
                            List.of(
                                    "",
                                    "",
                                    "",
                                    " Any ideas?",
                                    " Thanks!",
                                    " Can someone help?",
                                    " I would be grateful.",
                                    " Not urgent."));
                case "de" ->
                    new Frames(
                            List.of("", "", "", "Hallo zusammen! ", "Bin neu hier. ", "Mein Angebot: "),
                            List.of(
                                    "",
                                    "",
                                    "",
                                    " Abends und am Wochenende.",
                                    " Kostenlos.",
                                    " Gegen Kuchen.",
                                    " Online oder vor Ort.",
                                    " Schreibt mir gern.",
                                    " Montags habe ich Zeit."),
                            List.of("", "", "", "Hallo, ", "Frage: ", "Vielleicht weiß es jemand: "),
                            List.of(
                                    "",
                                    "",
                                    "",
                                    " Hat jemand eine Idee?",
                                    " Danke!",
                                    " Wer kann helfen?",
                                    " Nicht eilig."));
                case "es" ->
                    new Frames(
                            List.of("", "", "", "¡Hola a todos! ", "Soy nueva aquí. ", "Mi oferta: "),
                            List.of(
                                    "",
                                    "",
                                    "",
                                    " Tardes y fines de semana.",
                                    " Gratis.",
                                    " A cambio de un pastel.",
                                    " En línea o en persona.",
                                    " Escribidme.",
                                    " Los lunes tengo tiempo."),
                            List.of("", "", "", "Hola, ", "Pregunta: ", "Quizá alguien sabe: "),
                            List.of(
                                    "",
                                    "",
                                    "",
                                    " ¿Alguna idea?",
                                    " ¡Gracias!",
                                    " ¿Alguien puede ayudar?",
                                    " No corre prisa."));
                default -> throw new IllegalArgumentException(language);
            };
        }
    }
}
