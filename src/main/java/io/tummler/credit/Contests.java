package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What members contest, and the answers. */
@Singleton
class Contests implements Holding {
    private final EntityManager entities;

    Contests(EntityManager entities) {
        this.entities = entities;
    }

    Optional<ContestRow> open(MemberId member) {
        return of(member).filter(ContestRow::isOpen);
    }

    private Optional<ContestRow> of(MemberId member) {
        return Optional.ofNullable(entities.find(ContestRow.class, member.value()));
    }

    /** In place of one that was answered. */
    void make(CommunityId community, MemberId member, String words, Instant at) {
        ContestRow row = of(member).orElseGet(() -> new ContestRow(community, member, words, at));
        row.words = words;
        row.madeAt = at;
        row.answer = "";
        row.answeredAt = null;
        entities.persist(row);
    }

    @Override
    public String name() {
        return "contest";
    }

    @Override
    public int rank() {
        return 42;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        return new Message(of(member).map(Contests::shown).stream().toList(), List.of());
    }

    private static Sentence shown(ContestRow row) {
        List<Wording> words = Wording.pieces(row.words);
        Instant answeredAt = row.answeredAt;
        return answeredAt == null
                ? new Says.ContestWaits(day(row.madeAt), words)
                : new Says.ContestAnswered(day(row.madeAt), words, day(answeredAt), Wording.pieces(row.answer));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return of(member)
                .map(row -> {
                    var values = new LinkedHashMap<String, Object>();
                    values.put("madeAt", row.madeAt.toString());
                    values.put("words", row.words);
                    if (row.answeredAt != null) {
                        values.put("answeredAt", row.answeredAt.toString());
                        values.put("answer", row.answer);
                    }
                    return (Map<String, Object>) values;
                })
                .stream()
                .toList();
    }

    @Override
    public void forget(MemberId member) {
        of(member).ifPresent(entities::remove);
    }
}
