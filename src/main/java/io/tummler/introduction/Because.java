package io.tummler.introduction;

import io.tummler.api.Match;
import io.tummler.api.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why two were brought together, as it is told them and kept beside the introduction until then.
 *
 * @param shared words that both say
 * @param related words that mean much the same
 * @param common what both know something of, as the one offers it and the other
 * @param helped how often the offer has helped before
 */
record Because(List<Wording> shared, List<Two> related, List<Two> common, int helped) {
    private static final int LENGTH_MAX = 1_000;
    private static final String SHARED = "shared";
    private static final String RELATED = "related";
    private static final String COMMON = "common";
    private static final String HELPED = "helped";

    /**
     * @param one the asker's
     * @param other the helper's
     */
    record Two(Wording one, Wording other) {}

    /** Templates ask. */
    public boolean isEmpty() {
        return helped == 0 && Stream.of(shared, related, common).allMatch(List::isEmpty);
    }

    /** As a text with a line for each reason, the best first, as many as there is room for. */
    static String kept(List<Match.Reason> reasons) {
        var kept = new StringBuilder();
        for (Match.Reason reason : reasons) {
            List<String> parts = parts(reason);
            if (parts.size() < 2) continue;
            String line = String.join("\t", parts);
            if (kept.length() + line.length() < LENGTH_MAX)
                kept.append(kept.isEmpty() ? "" : "\n").append(line);
        }
        return kept.toString();
    }

    /** What a wording or a word is, has neither tabs nor lines. */
    private static List<String> parts(Match.Reason reason) {
        return switch (reason) {
            case Match.Reason.SharedWords(List<String> words) ->
                Stream.concat(Stream.of(SHARED), words.stream()).toList();
            case Match.Reason.RelatedWords(String asked, String offered) -> List.of(RELATED, asked, offered);
            case Match.Reason.CommonGround(var asker, var helper, double _) ->
                List.of(COMMON, asker.wording().text(), helper.wording().text());
            case Match.Reason.HelpedBefore(int times) -> List.of(HELPED, Integer.toString(times));
            // It stands beside the introduction as what the asker could give in return.
            case Match.Reason.Swap _ -> List.of();
        };
    }

    /** What an earlier version kept, words with commas, counts as words that both say. */
    static Because read(String kept) {
        List<Wording> shared = new ArrayList<>();
        List<Two> related = new ArrayList<>();
        List<Two> common = new ArrayList<>();
        int helped = 0;
        for (String line : kept.lines().toList()) {
            List<String> parts = Arrays.asList(line.split("\t"));
            switch (parts.getFirst()) {
                case SHARED -> parts.stream().skip(1).map(Wording::new).forEach(shared::add);
                case RELATED -> related.add(two(parts));
                case COMMON -> common.add(two(parts));
                case HELPED -> helped = Integer.parseInt(parts.get(1));
                default -> Arrays.stream(line.split(",")).map(Wording::new).forEach(shared::add);
            }
        }
        return new Because(shared, related, common, helped);
    }

    private static Two two(List<String> parts) {
        return new Two(new Wording(parts.get(1)), new Wording(parts.get(2)));
    }
}
