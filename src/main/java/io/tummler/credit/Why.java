package io.tummler.credit;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.Detail;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Reciprocity;
import io.tummler.api.Sentence;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code /me what:why}: what a reciprocity comes from, what would raise it, and what to do where it is wrong. */
@Singleton
class Why implements Detail {
    private final Book book;
    private final Standings standings;
    private final Contests contests;

    Why(Book book, Standings standings, Contests contests) {
        this.book = book;
        this.standings = standings;
        this.contests = contests;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(
                switch (standings.of(community, member)) {
                    case Reciprocity.Standing.NotYetKnown _ -> new Says.WhyNot();
                    case Reciprocity.Standing.Known known ->
                        new Says.WhyShown(
                                known.score(),
                                known.causes().stream().map(Why::cause).toList());
                });
        sentences.add(new Says.WhyMore(
                standings.another(community, member), book.promised(new Account.OfMember(community, member))));
        sentences.add(new Says.WhyContest());
        sentences.addAll(contests.show(community, member).sentences());
        return new Message(sentences, List.of());
    }

    private static Says.Cause cause(Reciprocity.Cause cause) {
        return new Says.Cause(
                cause.by(),
                cause.times(),
                LocalDate.ofInstant(cause.last(), ZoneOffset.UTC),
                Math.round(cause.points()));
    }
}
