-- What members say of themselves, each column encrypted that holds words of theirs.
create table profile (
    member_id uuid primary key references member,
    trade varchar(2000),
    territory varchar(2000),
    time_zone varchar(400),
    quiet_from int,
    quiet_until int
);

-- Of each role that a rule of matching.yaml names, whether the member had it when last seen; encrypted.
create table seen_roles (
    member_id uuid primary key references member,
    community_id uuid not null,
    roles text not null,
    seen_at timestamp(6) with time zone not null
);
create index seen_roles_of on seen_roles (community_id);

-- Whether it asks its member something, and so waits until that member may be asked.
alter table outbox add column asks boolean default false not null;
