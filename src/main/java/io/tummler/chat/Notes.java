package io.tummler.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tummler.api.Button;
import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What waits for a member in {@code /me}, since a direct message is not allowed or not possible. */
@Singleton
class Notes implements Holding {
    private static final int SHOWN = 5;
    private static final int WORDS_MAX = 2_000;
    private static final int BUTTONS_MAX = 15;

    private final ObjectMapper json;
    private final Settings settings;
    private final Clock clock;

    Notes(ObjectMapper json, Settings settings, Clock clock) {
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public int rank() {
        return 10;
    }

    private static List<OutboxRow> waiting(MemberId member) {
        return OutboxRow.list(
                "memberId = ?1 and kind in ?2 and state in ?3 order by id",
                member.value(),
                List.of(OutboxRow.Kind.NOTE, OutboxRow.Kind.WHISPER),
                List.of(OutboxRow.State.WAITING, OutboxRow.State.PENDING));
    }

    Body read(OutboxRow row) {
        try {
            return json.readValue(row.body, Body.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outbox row that can't be read back: " + row.id, e);
        }
    }

    /**
     * Shows the oldest first, and as many as leave room for the rest of {@code /me}. One without buttons has done its work
     * once it was shown; the others stay until pressed.
     */
    @Override
    public Message show(CommunityId community, MemberId member) {
        List<OutboxRow> rows = waiting(member).stream()
                .filter(row -> row.state == OutboxRow.State.WAITING)
                .toList();
        List<Sentence> sentences = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        int shown = 0;
        int words = 0;
        for (OutboxRow row : rows) {
            Body body = read(row);
            words += body.words().length();
            boolean fits = words <= WORDS_MAX && buttons.size() + body.keys().size() <= BUTTONS_MAX;
            if (shown == SHOWN || shown > 0 && !fits) break;
            shown++;
            sentences.add(new Says.Ready(body.words()));
            body.keys().stream().limit(BUTTONS_MAX).forEach(key -> {
                int colon = key.id().indexOf(':');
                buttons.add(new Button(
                        new Says.Ready(key.label()),
                        key.style(),
                        key.id().substring(0, colon),
                        key.id().substring(colon + 1)));
            });
            if (body.keys().isEmpty()) done(row);
        }
        if (shown > 0) sentences.addFirst(new Says.NotesTitle(rows.size(), shown));
        return new Message(sentences, buttons);
    }

    private static void done(OutboxRow row) {
        row.state = OutboxRow.State.DONE;
        row.body = null;
    }

    /** A note whose button was pressed has been read. */
    void pressed(MemberId member, String button) {
        for (OutboxRow row : waiting(member))
            if (read(row).keys().stream().anyMatch(key -> key.id().equals(button))) done(row);
    }

    /** Forgets what nobody came to see for so long that it has lost its point. */
    @Transactional
    void prune() {
        List<UUID> communities = OutboxRow.getEntityManager()
                .createQuery("select distinct o.communityId from OutboxRow o where o.state = :waiting", UUID.class)
                .setParameter("waiting", OutboxRow.State.WAITING)
                .getResultList();
        for (UUID community : communities)
            OutboxRow.delete(
                    "communityId = ?1 and state = ?2 and createdAt < ?3",
                    community,
                    OutboxRow.State.WAITING,
                    clock.instant()
                            .minus(settings.of(new CommunityId(community))
                                    .section(ChatSettings.class)
                                    .keepNotes()));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return waiting(member).stream()
                .<Map<String, Object>>map(row -> Map.of(
                        "at",
                        row.createdAt.toString(),
                        "words",
                        Words.fill(
                                read(row).words(),
                                marked -> marked instanceof Words.Marked.Place ? "#thread" : "@member")))
                .toList();
    }

    @Override
    public void forget(MemberId member) {
        OutboxRow.delete("memberId = ?1", member.value());
    }
}
