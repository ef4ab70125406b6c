-- Under this key ids of messages and commands become fingerprints, see io.tummler.api.Fingerprints. One row.
create table fingerprint_key (
    id int primary key,
    secret varchar(64) not null,
    constraint one_fingerprint_key check (id = 1)
);

-- A message's id leads to its author. Transfers are never changed, but for this once.
update transfer set cause = 'message:' || cast(id as varchar(36)) where cause like 'message:%';

-- A whisper, unlike a note, never waits here for its member to come by, and is taken back by either of two.
alter table outbox add column also_about uuid;
create index outbox_also_about on outbox (also_about);
delete from outbox where kind = 'NOTE' and body like '%"listening.confirm:%';
