-- The ledger: rows are inserted and read, never changed and never deleted.
create table transfer (
    id uuid primary key,
    community_id uuid not null,
    debit varchar(100) not null,
    credit varchar(100) not null,
    amount bigint not null,
    reason varchar(40) not null,
    cause varchar(200) not null,
    happened_at timestamp(6) with time zone not null,
    by_member uuid,
    constraint transfer_moves_something check (amount > 0),
    constraint transfer_moves_somewhere check (debit <> credit),
    -- A retry books once, whatever the code above it does.
    constraint transfer_once unique (community_id, cause, reason, debit, credit)
);

create index transfer_debit on transfer (debit, community_id, happened_at);
create index transfer_credit on transfer (credit, community_id, happened_at);
create index transfer_by on transfer (by_member, reason, happened_at);
