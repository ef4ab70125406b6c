package io.tummler.eval;

import io.tummler.distil.Teacher;
import io.tummler.distil.WordNet;
import io.tummler.embed.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Laboratory: teacher's answers for extra words and for WordNet's sentences, in parts. MODEL WORDS PARTS. */
public final class Pass2 {

    static final int PART = 4000;
    static final int LONGEST = 26;

    public static void main(String[] args) throws Exception {
        Teacher t = new Teacher(args[0]);
        WordNet w = new WordNet(Words::of);
        List<String> extra = w.wordsBeyond(new HashSet<>(Arrays.asList(t.vocabulary())), Integer.parseInt(args[1]));
        System.out.println(w.sentences().size() + " sentences; extra words " + extra.size() + " " + extra.subList(0, 30) + " ... "
                + extra.subList(extra.size() - 30, extra.size()) + " sourdough@" + extra.indexOf("sourdough") + " whetstone@"
                + extra.indexOf("whetstone") + " sharpen@" + extra.indexOf("sharpen") + " beekeeping@" + extra.indexOf("beekeeping"));
        if (args.length < 3) {
            return;
        }
        Files.write(Lab.CACHE.resolve("extra.txt"), extra);
        Path words = Lab.CACHE.resolve("extra-" + args[0] + ".bin");
        if (!Files.exists(words)) {
            Lab.save(words, t.encode(extra.stream().map(t::tokens).toList()));
        }
        for (int part = 0; part < Integer.parseInt(args[2]); part++) {
            Path file = Lab.CACHE.resolve("sent-" + args[0] + "-" + part + ".bin");
            if (!Files.exists(file)) {
                long start = System.nanoTime();
                List<int[]> tokens = w.sentences().subList(part * PART, (part + 1) * PART).stream().map(t::tokens)
                        .map(x -> x.length > LONGEST ? cut(x) : x).toList();
                Lab.save(file, t.encode(tokens));
                System.out.printf("part %d: %d positions, %.0f s%n", part, tokens.stream().mapToInt(x -> x.length).sum(),
                        (System.nanoTime() - start) / 1e9);
            }
        }
    }

    static int[] cut(int[] x) {
        int[] out = Arrays.copyOf(x, LONGEST);
        out[LONGEST - 1] = x[x.length - 1];
        return out;
    }
}
