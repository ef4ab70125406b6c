package io.tummler.credit;

import io.tummler.api.Call;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /tummler figures}: how the community helps each other, month by month, without naming anybody. */
@Singleton
record FiguresCommand(Book book, Alternates alternates) implements SlashCommand {
    private static final int MONTHS_MAX = 6;
    /** The same words give the same figures. */
    private static final long SEED = 1;

    @Override
    public Spec spec() {
        return Spec.forModerators("tummler figures", new Says.FiguresCommand());
    }

    @Override
    public Message run(Call call) {
        List<HelpingMonth> months = HelpingFigures.of(words(call.community()), call.at(), MONTHS_MAX, SEED);
        if (months.isEmpty()) return Message.of(new Says.NoFigures());
        List<Says.Month> shown =
                months.reversed().stream().map(FiguresCommand::shown).toList();
        return Message.of(new Says.FiguresShown(shown));
    }

    /** All accounts of a person are one. */
    private List<HelpingWord> words(CommunityId community) {
        Map<MemberId, MemberId> persons = alternates.persons(community);
        List<HelpingWord> all = new ArrayList<>();
        book.eachWord(community, word -> {
            MemberId by = persons.getOrDefault(word.by(), word.by());
            MemberId of = persons.getOrDefault(word.member(), word.member());
            if (word.worth() > 0 && !by.equals(of)) all.add(new HelpingWord(by, of, word.worth(), word.at()));
        });
        return all;
    }

    private static Says.Month shown(HelpingMonth month) {
        String name = month.month().toString();
        return switch (month) {
            case HelpingMonth.Withheld _ -> new Says.Month(name, List.of());
            case HelpingMonth.Counted counted ->
                new Says.Month(
                        name,
                        List.of(new Says.Helping(
                                counted.members(),
                                counted.words(),
                                percent(counted.reciprocity().measured()),
                                percent(counted.reciprocity().chanceLow()),
                                percent(counted.reciprocity().chanceHigh()),
                                percent(counted.gini()),
                                switch (counted.returned()) {
                                    case HelpingMonth.Returned.Share(double share) -> List.of(percent(share));
                                    case HelpingMonth.Returned.NotYetKnown _ -> List.of();
                                })));
        };
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }
}
