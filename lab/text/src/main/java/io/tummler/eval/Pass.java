package io.tummler.eval;

import io.tummler.distil.Teacher;
import java.io.DataOutputStream;
import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Laboratory: one vocabulary pass in a chosen context, kept in cache/. MODEL VARIANT. */
public final class Pass {

    public static void main(String[] args) throws Exception {
        Teacher t = new Teacher(args[0]);
        String[] vocabulary = t.vocabulary();
        int cls = t.id("[CLS]");
        int sep = t.id("[SEP]");
        List<int[]> sequences = new ArrayList<>();
        for (int id = 0; id < vocabulary.length; id++) {
            sequences.add(switch (args[1]) {
                case "plain" -> new int[] {cls, id, sep};
                case "reversed" -> new int[] {sep, id, cls};
                case "help" -> new int[] {cls, t.id("help"), t.id("with"), id, sep};
                default -> throw new IllegalArgumentException();
            });
        }
        long start = System.nanoTime();
        float[][] v = t.encode(sequences);
        System.out.printf("%s: %d rows in %.1f s%n", String.join(" ", args), v.length, (System.nanoTime() - start) / 1e9);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(
                Path.of("cache", "raw-" + args[0] + "-" + args[1] + ".bin"))))) {
            for (float[] row : v) {
                for (float x : row) {
                    out.writeFloat(x);
                }
            }
        }
    }
}
