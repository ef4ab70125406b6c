-- How far moderators let the bot go at most, set by a command; no row where the files alone decide.
create table config_brake (
    community_id uuid primary key,
    most varchar(10) not null
);

-- What held in a community when it was last looked at, as JSON of keys and values: what differs from it is a change.
create table config_effective (
    community_id uuid primary key,
    settings text not null
);

-- Every change that took effect. Who made it is a commit, where the folder is a checkout, or a member with a command.
create table config_change (
    id uuid primary key,
    community_id uuid not null,
    at timestamp(6) with time zone not null,
    changes text not null,
    commit_id varchar(64),
    commit_author varchar(200),
    commit_subject varchar(200),
    member_id uuid
);
create index config_change_of on config_change (community_id, at);

-- How often the bot would have spoken since then, where it only observes.
create table unsaid (
    community_id uuid not null,
    kind varchar(20) not null,
    times bigint not null,
    since timestamp(6) with time zone not null,
    primary key (community_id, kind)
);
