package io.tummler.chat.sandbox;

/** Sessions that hear the same: those of one bot and shard with the same intents. */
record Audience(long bot, Intents intents, int shard, int shards) {
    private static final int TIME_SHIFT = 22;

    boolean knows(long guild) {
        return (guild >>> TIME_SHIFT) % shards == shard;
    }

    /** What belongs to no guild goes to the first shard. */
    boolean knowsDms() {
        return shard == 0;
    }
}
