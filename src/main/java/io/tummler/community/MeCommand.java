package io.tummler.community;

import io.quarkus.arc.All;
import io.tummler.api.Button;
import io.tummler.api.Call;
import io.tummler.api.Detail;
import io.tummler.api.Holding;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /me}: all that is held about a member on one screen, or a part of it; to take along or to have forgotten. */
@Singleton
class MeCommand implements SlashCommand {
    private static final String CONSENTS = "consents";
    private static final String EXPORT = "export";
    private static final String FORGET = "forget";

    private final List<Holding> holdings;
    private final List<Detail> details;
    private final Export export;
    private final ConsentPanel consents;
    private final PrivacyLink privacy;

    MeCommand(
            @All List<Holding> holdings,
            @All List<Detail> details,
            Export export,
            ConsentPanel consents,
            PrivacyLink privacy) {
        this.holdings =
                holdings.stream().sorted(Comparator.comparingInt(Holding::rank)).toList();
        this.details =
                details.stream().sorted(Comparator.comparing(Detail::name)).toList();
        this.export = export;
        this.consents = consents;
        this.privacy = privacy;
    }

    @Override
    public Spec spec() {
        return Spec.of("me", new Says.MeCommand(), new Option.Choice("what", new Says.MeOption(), false, parts()));
    }

    private List<String> parts() {
        return Stream.of(
                        holdings.stream().map(Holding::name),
                        details.stream().map(Detail::name),
                        Stream.of(CONSENTS, EXPORT, FORGET))
                .flatMap(names -> names)
                .toList();
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        String what = call.text("what").orElse("");
        return switch (what) {
            case CONSENTS -> consents.of(call.member());
            case EXPORT -> export.part(call.member(), 0);
            case FORGET ->
                Message.of(
                        new Says.ForgetAsk(),
                        new Button(new Says.ForgetYes(), Button.Style.DANGER, "community.forget", ""));
            default -> shown(what, call).map(MeCommand::part).orElseGet(() -> all(call));
        };
    }

    private Optional<Message> shown(String what, Call call) {
        return Stream.concat(
                        holdings.stream()
                                .filter(holding -> holding.name().equals(what))
                                .map(holding -> holding.show(call.community(), call.member())),
                        details.stream()
                                .filter(detail -> detail.name().equals(what))
                                .map(detail -> detail.show(call.community(), call.member())))
                .findFirst();
    }

    private static Message part(Message shown) {
        return shown.sentences().isEmpty()
                ? Message.of(new Says.MeNothing())
                : new Message(shown.sentences(), once(shown.buttons()));
    }

    /** What a note and a need offer both stands there once: platforms refuse a message with two buttons of one id. */
    private static List<Button> once(List<Button> buttons) {
        Map<String, Button> byId = new LinkedHashMap<>();
        for (Button button : buttons) byId.putIfAbsent(button.id(), button);
        return byId.values().stream().limit(Message.BUTTONS_MAX).toList();
    }

    private Message all(Call call) {
        List<Sentence> sentences = new ArrayList<>(List.of(new Says.MeTitle()));
        List<Button> buttons = new ArrayList<>();
        for (Holding holding : holdings) {
            Message shown = holding.show(call.community(), call.member());
            sentences.addAll(shown.sentences());
            buttons.addAll(shown.buttons());
        }
        sentences.add(new Says.MeMore());
        privacy.sentence().ifPresent(sentences::add);
        return new Message(sentences, once(buttons));
    }
}
