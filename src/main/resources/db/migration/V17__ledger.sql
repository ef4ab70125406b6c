-- The ledger as one book a community: entries in a row without a gap, chained by hashes. What stands there already gets its
-- number and hash when its community's book is opened next.
alter table transfer add column seq bigint;
alter table transfer add column kind varchar(10) default 'BOOKED' not null;
-- The entry that this one posts, voids or reverses.
alter table transfer add column settles uuid;
alter table transfer add column nth int default 1 not null;
alter table transfer add column lapses_at timestamp(6) with time zone;
alter table transfer add column hash varchar(64);
alter table transfer alter column debit set data type varchar(200);
alter table transfer alter column credit set data type varchar(200);
alter table transfer drop constraint transfer_once;
-- A retry books once, whatever the code above it does.
alter table transfer add constraint transfer_once unique (community_id, cause, reason, debit, credit, kind);
alter table transfer add constraint transfer_in_a_row unique (community_id, seq);
alter table transfer add constraint transfer_settles_once unique (settles);

-- Where a community's book ends. Whoever writes into it holds this row until the end of the transaction.
create table ledger_head (
    community_id uuid primary key,
    size bigint not null,
    hash varchar(64) not null,
    -- The roots of the perfect trees that the Merkle tree is made of, the largest first.
    peaks varchar(4096) not null,
    -- The last day in UTC that was told to have begun.
    begun_on date
);

-- What the entries of each account come to; follows from them, and tummler ledger verify compares.
create table ledger_account (
    community_id uuid not null,
    name varchar(200) not null,
    credits bigint not null,
    debits bigint not null,
    promised_credits bigint not null,
    promised_debits bigint not null,
    primary key (community_id, name)
);

-- Pending entries that are neither posted nor voided yet.
create table ledger_promise (
    entry_id uuid primary key,
    community_id uuid not null,
    lapses_at timestamp(6) with time zone not null
);
create index ledger_promise_lapses on ledger_promise (community_id, lapses_at);

-- The roots over each full 256 entries, each full 256 of those, and so on: a proof reads some hundred rows, not all entries.
create table ledger_tile (
    community_id uuid not null,
    level int not null,
    number bigint not null,
    root varchar(64) not null,
    primary key (community_id, level, number)
);

-- The root of the Merkle tree at the beginning of a day, as it was told to the moderators.
create table ledger_root (
    community_id uuid not null,
    on_day date not null,
    size bigint not null,
    root varchar(64) not null,
    made_at timestamp(6) with time zone not null,
    primary key (community_id, on_day)
);
