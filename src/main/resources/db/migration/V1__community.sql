create table community (
    id uuid primary key,
    platform varchar(32) not null,
    platform_id varchar(64) not null,
    name varchar(200) not null,
    unique (platform, platform_id)
);

create table member (
    id uuid primary key,
    community_id uuid not null references community,
    since timestamp(6) with time zone not null
);

-- The one row that leads from a member to a person; forgetting deletes it.
create table identity (
    member_id uuid primary key references member,
    community_id uuid not null references community,
    person_id varchar(64) not null,
    unique (community_id, person_id)
);

create table consent (
    member_id uuid not null references member,
    purpose varchar(32) not null,
    given_at timestamp(6) with time zone not null,
    primary key (member_id, purpose)
);
create index consent_purpose on consent (purpose);
create index member_community on member (community_id);
