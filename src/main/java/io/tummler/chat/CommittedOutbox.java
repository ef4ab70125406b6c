package io.tummler.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tummler.api.CommunityId;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what is to be said into the running transaction, in words, and wakes the dispatcher when it has committed. */
@Singleton
@Typed(CommittedOutbox.class)
class CommittedOutbox implements Outbox {
    private final Words words;
    private final Tongue tongue;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final LastOfAll end;

    CommittedOutbox(Words words, Tongue tongue, ObjectMapper json, Ids ids, Clock clock, LastOfAll end) {
        this.words = words;
        this.tongue = tongue;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.end = end;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Outgoing outgoing) {
        switch (outgoing) {
            case Outgoing.Note note ->
                write(
                                        note.community(),
                                        note.to().value(),
                                        note.about().orElse(null),
                                        OutboxRow.Kind.NOTE,
                                        body(note.community(), note.to(), note.message()))
                                .asks =
                        note.manner() == Outgoing.Note.Manner.QUESTION;
            case Outgoing.Whisper whisper ->
                write(
                                        whisper.community(),
                                        whisper.to().value(),
                                        whisper.about().getFirst(),
                                        OutboxRow.Kind.WHISPER,
                                        body(whisper.community(), whisper.to(), whisper.message()))
                                .alsoAbout =
                        whisper.about().getLast();
            case Outgoing.Thread thread -> {
                String language = tongue.of(thread.community(), thread.members());
                write(
                        thread.community(),
                        null,
                        thread.subject().value(),
                        OutboxRow.Kind.THREAD,
                        body(
                                thread.community(),
                                language,
                                thread.message(),
                                null,
                                words.say(thread.community(), language, thread.title()),
                                thread.members().stream().map(MemberId::value).toList()));
            }
            case Outgoing.ToModerators post ->
                write(post.community(), null, null, OutboxRow.Kind.POST, ofCommunity(post.community(), post.message()));
            case Outgoing.ToEverybody post ->
                write(
                        post.community(),
                        null,
                        null,
                        OutboxRow.Kind.PUBLIC,
                        ofCommunity(post.community(), post.message()));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(UUID about) {
        takeBack(about, OutboxRow.State.WAITING);
        return takeBack(about, OutboxRow.State.PENDING) > 0;
    }

    private static long takeBack(UUID about, OutboxRow.State state) {
        return OutboxRow.delete(
                "(subject = ?1 or alsoAbout = ?1) and kind in ?2 and state = ?3",
                about,
                List.of(OutboxRow.Kind.NOTE, OutboxRow.Kind.WHISPER),
                state);
    }

    /** The answer to a command or a press, by the token that came with it. */
    void answer(CommunityId community, MemberId member, Locale asked, String token, Message message) {
        write(
                community,
                member.value(),
                null,
                OutboxRow.Kind.ANSWER,
                body(community, tongue.of(community, member, asked), message, token, null, List.of()));
    }

    private Body ofCommunity(CommunityId community, Message message) {
        return body(community, tongue.of(community), message, null, null, List.of());
    }

    private Body body(CommunityId community, MemberId member, Message message) {
        return body(community, tongue.of(community, member), message, null, null, List.of());
    }

    private Body body(
            CommunityId community,
            String language,
            Message message,
            @Nullable String token,
            @Nullable String title,
            List<UUID> members) {
        return new Body(
                words.say(community, language, message),
                words.keys(community, language, message.buttons()),
                token,
                title,
                members);
    }

    private OutboxRow write(
            CommunityId community, @Nullable UUID member, @Nullable UUID subject, OutboxRow.Kind kind, Body body) {
        try {
            var row = new OutboxRow(
                    ids.next(),
                    community.value(),
                    member,
                    subject,
                    kind,
                    json.writerFor(Body.class).writeValueAsString(body),
                    clock.instant());
            row.persist();
            end.filled();
            return row;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that can't be written down", e);
        }
    }
}
