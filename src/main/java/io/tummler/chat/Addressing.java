package io.tummler.chat;

import io.tummler.api.ChatPlatform;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.CommunityId;
import io.tummler.api.CommunityRef;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.PersonRef;
import io.tummler.api.Sentence;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns a row of the outbox into what a platform can carry out: members into people, channels as they are configured. */
@Singleton
class Addressing {
    private final Members members;
    private final Settings settings;
    private final Notes notes;
    private final Words words;
    private final Tongue tongue;

    Addressing(Members members, Settings settings, Notes notes, Words words, Tongue tongue) {
        this.members = members;
        this.settings = settings;
        this.notes = notes;
        this.words = words;
        this.tongue = tongue;
    }

    /** Empty when whom it was for has been forgotten. */
    Optional<Delivery> address(OutboxRow row, CommunityRef community, ChatPlatform platform) {
        Body body = notes.read(row);
        ChatPlatform.Text text = text(row, body, community, platform);
        String nonce = Long.toString(row.id.getMostSignificantBits() >>> 1, 36)
                + Long.toString(row.id.getLeastSignificantBits() >>> 4, 36);
        String once = nonce.substring(0, Math.min(nonce.length(), 25));
        Optional<Instant> tried = row.attempts > 1 ? Optional.of(row.createdAt) : Optional.empty();
        var chat = settings.of(new CommunityId(row.communityId)).section(ChatSettings.class);
        return switch (row.kind) {
            case NOTE, WHISPER ->
                members.person(row.recipient())
                        .map(person -> new Delivery.Direct(once, tried, community, person, text));
            case ANSWER ->
                Optional.of(new Delivery.Answer(once, tried, community, Objects.requireNonNull(body.token()), text));
            // Nobody is called to what stands there about them.
            case POST ->
                Optional.of(new Delivery.Post(
                        once,
                        tried,
                        community,
                        chat.moderatorsChannel(),
                        new ChatPlatform.Text(text.words(), List.of(), text.buttons())));
            case PUBLIC ->
                chat.welcomeChannel().map(channel -> new Delivery.Post(once, tried, community, channel, text));
            case THREAD -> {
                List<PersonRef> people = body.members().stream()
                        .flatMap(member -> members.person(new MemberId(member)).stream())
                        .toList();
                yield people.size() < body.members().size()
                        ? Optional.empty()
                        : Optional.of(new Delivery.OpenThread(
                                once,
                                tried,
                                community,
                                chat.introductionsChannel(),
                                Objects.requireNonNull(body.title()),
                                people,
                                text));
            }
        };
    }

    private ChatPlatform.Text text(OutboxRow row, Body body, CommunityRef where, ChatPlatform platform) {
        var community = new CommunityId(row.communityId);
        List<PersonRef> mentioned = new ArrayList<>();
        String filled = Words.fill(body.words(), marked -> switch (marked) {
            case Words.Marked.Member(var member) -> {
                Optional<PersonRef> person = members.person(member);
                person.ifPresent(mentioned::add);
                yield person.map(platform::mention).orElseGet(() -> said(community, new Says.SomebodyGone()));
            }
            case Words.Marked.Person(String id) -> platform.mention(new PersonRef(where.platform(), id));
            case Words.Marked.Place(var place) ->
                platform.mention(where, place).orElseGet(() -> said(community, new Says.PlaceGone()));
        });
        return new ChatPlatform.Text(filled, List.copyOf(mentioned), body.keys());
    }

    private String said(CommunityId community, Sentence sentence) {
        return words.say(community, tongue.of(community), sentence);
    }
}
