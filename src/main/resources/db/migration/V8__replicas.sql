-- Which process serves which of the bot's shards, where several share one PostgreSQL; times are the database's own.
-- All of it belongs to processes, not to communities.
create table replica (
    name varchar(100) primary key,
    -- Another for each start, so that of two processes of one name only the later goes on.
    run uuid not null,
    seen timestamp(6) with time zone not null
);

create table shard_lease (
    shard int primary key,
    total int not null,
    holder varchar(100),
    run uuid,
    until timestamp(6) with time zone not null
);

-- From when on the next shard of a bucket (shard id modulo max_concurrency) may identify itself.
create table identify_slot (
    bucket int primary key,
    free_at timestamp(6) with time zone not null
);

-- Whether the platform knows that an answer will come: what one process has acknowledged another may work off.
alter table interaction add column acknowledged boolean default false not null;
create index interaction_done on interaction (done_at);
