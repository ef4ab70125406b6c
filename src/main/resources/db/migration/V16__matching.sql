-- How often an offer has helped, as those said whom it led to its owner.
alter table statement add column helped integer default 0 not null;

-- What was known of two in numbers when a round of asking took them up, by which it is learned who says yes.
alter table introduction add column fit double precision;
alter table introduction add column in_return_fit double precision;
alter table introduction add column overlap double precision;
alter table introduction add column helped_before integer;
alter table introduction add column taken_up_lately integer;
alter table introduction add column new_here boolean;
-- Who goes before others that wait for the same helper.
alter table introduction add column new_asker boolean default false not null;
create index introduction_taken_up on introduction (helper, created_at);
