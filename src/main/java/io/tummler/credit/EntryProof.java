package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.Detail;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Sentence;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /me what:proof}: that a member's last entry is in the book of which moderators were told the root. */
@Singleton
class EntryProof implements Detail {
    /** Among so many of the last ones there is one that is older than a day, or there is none yet. */
    private static final int LOOKED_AT = 500;

    private final Book book;
    private final Proofs proofs;

    EntryProof(Book book, Proofs proofs) {
        this.book = book;
        this.proofs = proofs;
    }

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        return Message.of(proofs.lastRoot(community)
                .flatMap(root -> proven(community, member, root))
                .map(EntryProof::shown)
                .<Sentence>map(it -> it)
                .orElseGet(Says.NoProofYet::new));
    }

    private Optional<Proofs.Proven> proven(CommunityId community, MemberId member, Roots.Root root) {
        return book.last(community, member, LOOKED_AT).stream()
                .filter(entry -> entry.seq != null && entry.seq <= root.size())
                .max(Comparator.comparingLong(Entry::seq))
                .flatMap(entry -> proofs.of(entry, root));
    }

    private static Says.ProofShown shown(Proofs.Proven proven) {
        List<String> path = proven.proof().path().stream().map(Hash::toString).toList();
        return new Says.ProofShown(
                proven.proof().index() + 1,
                proven.root().size(),
                proven.root().day(),
                Hash.ofLeaf(proven.line()).toString(),
                path,
                proven.root().hash().toString());
    }
}
