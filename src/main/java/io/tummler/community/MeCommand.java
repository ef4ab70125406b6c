package io.tummler.community;

import io.quarkus.arc.All;
import io.tummler.api.Button;
import io.tummler.api.Call;
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

/** {@code /me}: all that is held about a member, on one screen, to take along or to have forgotten. */
@Singleton
class MeCommand implements SlashCommand {
    static final String EXPORT = "export";
    static final String FORGET = "forget";

    private final List<Holding> holdings;
    private final Export export;
    private final PrivacyLink privacy;

    MeCommand(@All List<Holding> holdings, Export export, PrivacyLink privacy) {
        this.holdings =
                holdings.stream().sorted(Comparator.comparingInt(Holding::rank)).toList();
        this.export = export;
        this.privacy = privacy;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "me",
                new Says.MeCommand(),
                new Option.Choice("what", new Says.MeOption(), false, List.of(EXPORT, FORGET)));
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        return switch (call.text("what").orElse("")) {
            case EXPORT -> export.part(call.member(), 0);
            case FORGET ->
                Message.of(
                        new Says.ForgetAsk(),
                        new Button(new Says.ForgetYes(), Button.Style.DANGER, "community.forget", ""));
            default -> all(call);
        };
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
