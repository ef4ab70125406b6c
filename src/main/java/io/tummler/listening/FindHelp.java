package io.tummler.listening;

import io.quarkus.arc.All;
import io.tummler.api.Call;
import io.tummler.api.MenuEntry;
import io.tummler.api.Message;
import io.tummler.api.SignalDetector;
import io.tummler.api.SignalDetector.Finding;
import io.tummler.api.Statement;
import io.tummler.api.Utterance;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** "Find help with this" on a message of one's own: proposes what it seems to look for, which its author may confirm. */
@Singleton
class FindHelp implements MenuEntry {
    private final List<SignalDetector> detectors;

    FindHelp(@All List<SignalDetector> detectors) {
        this.detectors = detectors;
    }

    @Override
    public Spec spec() {
        return new Spec("listening.find-help", new Says.FindHelp(), Of.MESSAGE);
    }

    @Override
    public Message choose(Call call) {
        if (!call.person(PERSON).equals(Optional.of(call.member()))) return Message.of(new Says.OnlyYourOwn());
        Optional<Wording> wording = Stream.concat(found(call), Stream.of(call.quoted()))
                .flatMap(text -> wording(text).stream())
                .findFirst();
        return wording.map(it -> Message.of(
                        new Says.FoundInMessage(it),
                        Confirm.button(new Says.LookForHelp(), Statement.Kind.NEED, it),
                        Dismiss.button(it)))
                .orElseGet(() -> Message.of(new Says.WordingUnread()));
    }

    private Stream<String> found(Call call) {
        var said = new Utterance(
                call.community(),
                call.member(),
                call.cause(),
                "",
                "",
                "",
                call.at(),
                call.quoted(),
                List.of(),
                Optional.empty(),
                false);
        List<Finding> findings = detectors.stream()
                .map(detector -> detector.inspect(said, List.of()))
                .toList();
        return Stream.concat(
                findings.stream().flatMap(FindHelp::need), findings.stream().flatMap(FindHelp::question));
    }

    /** In fewer words than a question, so it goes before one, in whichever order the detectors come. */
    private static Stream<String> need(Finding finding) {
        return finding instanceof Finding.Need(String wording, double _) ? Stream.of(wording) : Stream.empty();
    }

    private static Stream<String> question(Finding finding) {
        return finding instanceof Finding.Question(String wording, double _) ? Stream.of(wording) : Stream.empty();
    }

    /** As much of it as a wording may have; whoever confirms it sees all of it. */
    private static Optional<Wording> wording(String text) {
        return switch (Wording.parse(text)) {
            case Wording.Parsed.Good(Wording good) -> Optional.of(good);
            case Wording.Parsed.Empty _ -> Optional.empty();
            case Wording.Parsed.TooLong _ -> {
                int end = text.lastIndexOf(' ', Wording.LENGTH_MAX / 2);
                yield wording(text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, Wording.LENGTH_MAX / 4)));
            }
        };
    }
}
