package io.tummler.chat.discord;

import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * Lets shards identify themselves one after another: within this process as JDA does it, and among several processes by
 * the database.
 */
final class PacedSessions extends ConcurrentSessionController {
    private final ShardLeases leases;
    private final Optional<String> gatewayUrl;
    private volatile int buckets = 1;

    PacedSessions(ShardLeases leases, Optional<String> gatewayUrl) {
        this.leases = leases;
        this.gatewayUrl = gatewayUrl;
    }

    @Override
    public void setConcurrency(int level) {
        super.setConcurrency(level);
        buckets = level;
    }

    @Override
    public String getGateway() {
        return gatewayUrl.orElseGet(super::getGateway);
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        super.appendSession(new Paced(node));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        super.removeSession(new Paced(node));
    }

    /** Equal to another of the same node, which is how JDA finds it again. */
    private final class Paced implements SessionConnectNode {
        private final SessionConnectNode node;

        Paced(SessionConnectNode node) {
            this.node = node;
        }

        @Override
        public boolean isReconnect() {
            return node.isReconnect();
        }

        @Override
        public JDA getJDA() {
            return node.getJDA();
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return node.getShardInfo();
        }

        @Override
        public void run(boolean isLast) throws InterruptedException {
            leases.awaitIdentify(getShardInfo().getShardId() % buckets);
            node.run(isLast);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Paced paced && paced.node.equals(node);
        }

        @Override
        public int hashCode() {
            return node.hashCode();
        }
    }
}
