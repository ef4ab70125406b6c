package io.tummler.eval;

import io.tummler.distil.Distil;
import io.tummler.distil.Teacher;
import io.tummler.distil.WordNet;
import io.tummler.embed.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Laboratory: the final table from the cached passes, as Distil would make it. WORDS DIMS... */
public final class FromCache {

    public static void main(String[] args) throws Exception {
        String model = "all-minilm-l6-v2";
        int words = Integer.parseInt(args[0]);
        WordNet wordnet = new WordNet(Words::of);
        Distil.Rows rows = Distil.rows(new Teacher(model), wordnet, words);
        float[][] own = Lab.load(Lab.CACHE.resolve("raw-" + model + "-reversed.bin"), 384);
        float[][] extra = Lab.load(Lab.CACHE.resolve("extra-" + model + ".bin"), 384);
        List<float[]> alone = new ArrayList<>();
        int next = 0;
        for (int id : rows.ids()) {
            alone.add(id < 0 ? extra[next++] : own[id]);
        }
        for (int k = 1; k < args.length; k++) {
            List<float[]> answers = new ArrayList<>();
            for (int part = 0; Files.exists(part(model, part)); part++) {
                answers.addAll(List.of(Lab.load(part(model, part), 384)));
            }
            byte[] table = Distil.table(rows, alone.toArray(float[][]::new),
                    wordnet.sentences().subList(0, answers.size()), answers.toArray(float[][]::new),
                    Integer.parseInt(args[k]));
            Files.write(Path.of("table-" + args[k] + ".bin"), table);
            System.out.println(args[k] + ": " + rows.pieces().size() + " rows, " + table.length + " bytes, from "
                    + answers.size() + " sentences");
        }
    }

    private static Path part(String model, int part) {
        return Lab.CACHE.resolve("sent-" + model + "-" + part + ".bin");
    }
}
