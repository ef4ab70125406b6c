package io.tummler.matching;

import io.tummler.api.Button;
import io.tummler.api.Call;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.SlashCommand;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;

/** {@code /offer}: declares an offer. */
@Singleton
class OfferCommand implements SlashCommand {
    private final Declaring declaring;
    private final Members members;

    OfferCommand(Declaring declaring, Members members) {
        this.declaring = declaring;
        this.members = members;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "offer",
                new Says.OfferCommand(),
                new Option.Text("what", new Says.OfferOption(), true, Wording.LENGTH_MAX));
    }

    @Override
    public Message run(Call call) {
        return declaring.declare(
                call,
                "offer",
                wording -> Statement.Draft.open(
                        call.community(), call.member(), Statement.Kind.OFFER, wording, Statement.Source.DECLARED),
                this::answer);
    }

    private Message answer(Statement offer) {
        boolean introductions = members.consents(offer.owner(), Purpose.INTRODUCTIONS);
        var offered = new Says.Offered(offer.wording(), introductions);
        return introductions
                ? Message.of(offered)
                : Message.of(
                        offered,
                        new Button(
                                new Says.AllowIntroductions(),
                                Button.Style.SUCCESS,
                                "community.consent",
                                Purpose.INTRODUCTIONS.stated()));
    }
}
