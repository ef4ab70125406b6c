-- What three introductions have in common that come about together or not at all.
alter table introduction add column ring uuid;
create index introduction_ring on introduction (ring);

-- When it was looked whether a need or an offer closes a ring of three; null until then.
alter table statement add column looked_at timestamp(6) with time zone;
update statement set looked_at = since;
create index statement_unlooked on statement (community_id, looked_at);
