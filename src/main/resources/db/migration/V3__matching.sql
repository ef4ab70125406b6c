-- What is looked for and offered. What is over is deleted.
create table statement (
    id uuid primary key,
    community_id uuid not null,
    owner uuid not null,
    kind varchar(8) not null,
    wording varchar(400) not null,
    source varchar(16) not null,
    since timestamp(6) with time zone not null,
    until timestamp(6) with time zone not null,
    -- When members were told of an offer, or the owner of a need was last told of one.
    told_at timestamp(6) with time zone
);
create index statement_community on statement (community_id, kind, told_at);
create index statement_owner on statement (owner);
