-- To which version of a purpose somebody consented; see io.tummler.api.Purpose.
alter table consent add column version int default 1 not null;

-- Each giving and taking back of a consent, with the text that stood above the button; encrypted.
create table consent_event (
    id uuid primary key,
    member_id uuid not null references member,
    purpose varchar(32) not null,
    version int not null,
    at timestamp(6) with time zone not null,
    given boolean not null,
    shown text not null
);
create index consent_event_of on consent_event (member_id, purpose, at);
-- Of those that were given before there was this log, nobody knows what was shown.
insert into consent_event (id, member_id, purpose, version, at, given, shown)
    select gen_random_uuid(), member_id, purpose, 1, given_at, true, '' from consent;

-- When the platform is asked next whether this person is still there, and since when it says no.
alter table identity add column check_at timestamp(6) with time zone default current_timestamp not null;
alter table identity add column gone_since timestamp(6) with time zone;
create index identity_check on identity (check_at);

-- Since when the bot is in this community no longer.
alter table community add column removed_at timestamp(6) with time zone;

-- When an introduction was closed, as long as it is kept what it was about.
alter table introduction add column closed_at timestamp(6) with time zone;
update introduction set closed_at = current_timestamp where state = 'CLOSED';
create index introduction_closed on introduction (community_id, closed_at);
