package io.tummler.credit.rules;

import io.quarkus.arc.All;
import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Sponsor;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A brand that sponsors an introduction earns goodwill with both, but only once each of them says that it helped. Of
 * those it was promised to when they met: who starts to sponsor later earns nothing by what came about without it.
 */
@Singleton
class Sponsored implements CreditRule {
    private final Settings settings;
    private final List<Sponsor> sponsors;

    Sponsored(Settings settings, @All List<Sponsor> sponsors) {
        this.settings = settings;
        this.sponsors = sponsors;
    }

    @Override
    public List<Promise> promise(Happening happening, History history) {
        if (!(happening instanceof Happening.Connected met)) return List.of();
        return goodwill(met, met.introduction(), met.asker(), met.helper())
                .map(transfer -> new Promise(transfer, met.until()))
                .toList();
    }

    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.BothHelped both)) return List.of();
        return goodwill(both, both.introduction(), both.asker(), both.helper())
                .filter(history::wasPromised)
                .toList();
    }

    private Stream<Transfer> goodwill(
            Happening happening, IntroductionId introduction, MemberId asker, MemberId helper) {
        CommunityId community = happening.community();
        long amount = settings.of(community).section(CreditSettings.class).sponsored();
        return sponsors.stream()
                .flatMap(sponsor -> sponsor.of(community, asker, helper).stream())
                .distinct()
                .sorted()
                .flatMap(brand -> Stream.of(asker, helper)
                        .map(member -> new Transfer(
                                new Account.OfCommunity(community),
                                new Account.Goodwill(community, brand, member),
                                amount,
                                Transfer.Reason.SPONSORED,
                                "sponsored:" + introduction,
                                happening.at(),
                                Optional.of(member))));
    }
}
