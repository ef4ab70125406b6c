package io.tummler.credit;

import io.tummler.api.CommunityId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proofs that an entry stands in the book as it was told to the moderators. One reads some thousand rows at most. */
@ApplicationScoped
@Transactional
class Proofs {
    private final Sql sql;
    private final Roots roots;

    Proofs(EntityManager entities) {
        this.sql = new Sql(entities);
        this.roots = new Roots(sql);
    }

    /**
     * That an entry is under a root.
     *
     * @param line of the entry, whose hash is the leaf
     */
    record Proven(String line, Roots.Root root, Proof proof) {}

    /** Under the last root that was told; none while the entry is younger than that, or not there at all. */
    Optional<Proven> of(CommunityId community, UUID id) {
        Optional<Roots.Root> root = roots.last(community);
        Optional<Entry> entry = sql.first(
                SqlShelf.SELECT + "where community_id = ? and id = ?", SqlShelf::entry, community.value(), id);
        if (root.isEmpty() || entry.isEmpty()) return Optional.empty();
        return of(entry.get(), root.get());
    }

    /** The last root that was told of a community's book. */
    Optional<Roots.Root> lastRoot(CommunityId community) {
        return roots.last(community);
    }

    /** Under this root; none if the entry is younger. */
    Optional<Proven> of(Entry entry, Roots.Root root) {
        if (entry.seq == null || entry.seq > root.size()) return Optional.empty();
        Proof.Tiles tiles = (level, first, count) -> hashes(entry.community, level, first, count);
        return Optional.of(new Proven(entry.line(), root, Proof.of(entry.seq - 1, root.size(), tiles)));
    }

    private List<Hash> hashes(UUID community, int level, long first, int count) {
        List<Hash> hashes = level == 0
                ? sql.select(
                        SqlShelf.SELECT + "where community_id = ? and seq > ? and seq <= ? order by seq",
                        row -> SqlShelf.entry(row).leaf(),
                        community,
                        first,
                        first + count)
                : sql.select("""
                        select root from ledger_tile
                        where community_id = ? and level = ? and number >= ? and number < ? order by number""", row -> Hash.parse(row.getString(1)), community, level, first, first + count);
        if (hashes.size() != count)
            throw new IllegalStateException(
                    "the book of %s is not whole: run tummler ledger verify".formatted(community));
        return hashes;
    }
}
