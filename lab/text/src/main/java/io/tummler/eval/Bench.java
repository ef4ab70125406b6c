package io.tummler.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The generated needs and offers of one language: the same on every run. */
final class Bench {

    record Need(int topic, String category, String text) {
    }

    /** An offer that answers the needs of one topic, or of none ({@code topic} is -1). */
    record Offer(int topic, String category, String text) {
    }

    private record Frames(String[] offerBefore, String[] offerAfter, String[] needBefore, String[] needAfter) {
    }

    private static final int COPIES = 3;

    final String language;
    final List<Need> needs = new ArrayList<>();
    final List<Offer> offers = new ArrayList<>();
    int topics;

    Bench(String language) {
        this.language = language;
        Frames f = frames(language);
        Random random = new Random(20261128);
        for (String line : lines("topics-" + language)) {
            String[] part = line.split("\\|");
            for (String o : part[1].split(";")) {
                offers.add(new Offer(topics, part[0].strip(), frame(o, f.offerBefore, f.offerAfter, random)));
            }
            for (String n : part[2].split(";")) {
                needs.add(new Need(topics, part[0].strip(), frame(n, f.needBefore, f.needAfter, random)));
            }
            topics++;
        }
        for (String line : lines("distractors-" + language)) {
            String[] part = line.split("\\|");
            for (String object : part[1].split(";")) {
                for (String pattern : part[0].split(";")) {
                    String core = pattern.strip().replace("{}", object.strip());
                    core = Character.toUpperCase(core.charAt(0)) + core.substring(1);
                    for (int i = 0; i < COPIES; i++) {
                        offers.add(new Offer(-1, "", frame(core, f.offerBefore, f.offerAfter, random)));
                    }
                }
            }
        }
    }

    private static String frame(String core, String[] before, String[] after, Random random) {
        String text = core.strip();
        String a = before[random.nextInt(before.length)];
        String b = after[random.nextInt(after.length)];
        String stop = "?!.".indexOf(text.charAt(text.length() - 1)) >= 0 || b.startsWith("?") ? "" : ".";
        return (a + text + stop + b).strip();
    }

    private static List<String> lines(String name) {
        try (var in = Bench.class.getResourceAsStream("/bench/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Frames frames(String language) {
        return switch (language) {
            case "en" -> new Frames(
                    new String[] {"", "", "", "Hi all! ", "I am new here. ", "My offer: ", "Hello neighbours, "},
                    new String[] {"", "", "", " Evenings and weekends.", " Free of charge.", " In exchange for cake.",
                        " Online or in person.", " Write to me if you are interested.", " Ask me anything.",
                        " I have some time on Mondays.", " Near the station."},
                    new String[] {"", "", "", "Hi everyone, ", "Question: ", "Hello! ", "Maybe someone knows: "},
                    new String[] {"", "", "", " Any ideas?", " Thanks!", " Can someone help?", " I would be grateful.",
                        " Not urgent."});
            case "de" -> new Frames(
                    new String[] {"", "", "", "Hallo zusammen! ", "Bin neu hier. ", "Mein Angebot: "},
                    new String[] {"", "", "", " Abends und am Wochenende.", " Kostenlos.", " Gegen Kuchen.",
                        " Online oder vor Ort.", " Schreibt mir gern.", " Montags habe ich Zeit."},
                    new String[] {"", "", "", "Hallo, ", "Frage: ", "Vielleicht weiß es jemand: "},
                    new String[] {"", "", "", " Hat jemand eine Idee?", " Danke!", " Wer kann helfen?", " Nicht eilig."});
            case "es" -> new Frames(
                    new String[] {"", "", "", "¡Hola a todos! ", "Soy nueva aquí. ", "Mi oferta: "},
                    new String[] {"", "", "", " Tardes y fines de semana.", " Gratis.", " A cambio de un pastel.",
                        " En línea o en persona.", " Escribidme.", " Los lunes tengo tiempo."},
                    new String[] {"", "", "", "Hola, ", "Pregunta: ", "Quizá alguien sabe: "},
                    new String[] {"", "", "", " ¿Alguna idea?", " ¡Gracias!", " ¿Alguien puede ayudar?", " No corre prisa."});
            default -> throw new IllegalArgumentException(language);
        };
    }
}
