-- Whose word counts from the outset, and why, as last seen.
create table trusted (
    member_id uuid primary key,
    community_id uuid not null,
    moderator boolean not null,
    by_role boolean not null
);
create index trusted_community on trusted (community_id);

-- Accounts of one person, as moderators say. Whoever has one alone has no row.
create table alternate (
    member_id uuid primary key,
    community_id uuid not null,
    person uuid not null
);
create index alternate_person on alternate (person);
create index alternate_community on alternate (community_id);

-- What a member holds to be wrong about their credit or reciprocity, and the answer; of each member the last.
create table contest (
    member_id uuid primary key,
    community_id uuid not null,
    words varchar(8000) not null,
    made_at timestamp(6) with time zone not null,
    answer varchar(8000) not null,
    answered_at timestamp(6) with time zone
);
create index contest_community on contest (community_id);
