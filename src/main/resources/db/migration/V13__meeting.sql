-- Where two who said yes have their thread, encrypted; when the one whose turn it is to write there is told so; and who has
-- written there.
alter table introduction add column place varchar(400);
alter table introduction add column nudge_at timestamp(6) with time zone;
alter table introduction add column asker_wrote boolean default false not null;
alter table introduction add column helper_wrote boolean default false not null;
create index introduction_nudge on introduction (community_id, nudge_at);

-- How much a member wants to be asked, and how many askings in a row that member left unanswered.
create table restraint (
    member_id uuid primary key references member,
    paused_at timestamp(6) with time zone,
    resumes_at timestamp(6) with time zone,
    at_most int,
    unanswered int not null
);

-- With whom a member does not want to be brought together: a person or a role, by the platform's id, encrypted.
create table exclusion (
    id uuid primary key,
    community_id uuid not null,
    member_id uuid not null references member,
    what varchar(2000) not null,
    made_at timestamp(6) with time zone not null
);
create index exclusion_of on exclusion (member_id);
create index exclusion_in on exclusion (community_id);

-- Of each role that an exclusion names, whether the member had it when last seen; encrypted.
create table excluded_role (
    member_id uuid primary key references member,
    community_id uuid not null,
    roles text not null,
    seen_at timestamp(6) with time zone not null
);
create index excluded_role_in on excluded_role (community_id);

-- What members did within the last day that they may do only so often; no words.
create table recent_act (
    id uuid primary key,
    community_id uuid not null,
    member_id uuid not null references member,
    act varchar(20) not null,
    done_at timestamp(6) with time zone not null
);
create index recent_act_of on recent_act (member_id, act);
create index recent_act_in on recent_act (community_id, done_at);
