package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.NOON;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Books for tests of what reads them from outside. */
public final class WrittenBook {
    private WrittenBook() {}

    /** Of as many entries as this, in a database that gets its tables, too. */
    public static void in(String url, String user, String password, CommunityId community, int entries) {
        TestDatabase database = TestDatabase.at(url, user, password, Entry.class);
        var world = new SqlWorld(database, community.value().getLeastSignificantBits() << 32);
        List<Transfer> transfers = IntStream.rangeClosed(1, entries)
                .mapToObj(at -> new Transfer(
                        new Account.OfCommunity(community),
                        new Account.OfMember(community, ADA),
                        at,
                        Reason.HELPED,
                        "cause " + at,
                        NOON,
                        Optional.empty()))
                .toList();
        world.transact(-1, () -> world.register().book(transfers));
        database.close();
    }
}
