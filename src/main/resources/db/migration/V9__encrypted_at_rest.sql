-- Whatever members wrote is encrypted from here on, see io.tummler.store.Keyring. These are the ids of the keys under
-- which something stands, each with a proof: a known text, encrypted under it.
create table encryption_key (
    id varchar(20) primary key,
    proof varchar(200) not null
);

-- Room for the ciphertext of the same characters: three bytes each, in base64, and what goes with it.
alter table statement alter column wording set data type varchar(2000);
alter table introduction alter column topic set data type varchar(2000);
alter table introduction alter column brings set data type varchar(2000);
alter table introduction alter column in_return set data type varchar(2000);
alter table introduction alter column reasons set data type varchar(5000);
alter table fingerprint_key alter column secret set data type varchar(400);

-- What stands here in plain words is marked as if "plain" were a key; the next start encrypts it, batch by batch.
insert into encryption_key
    select 'plain', '' where exists (select 1 from statement) or exists (select 1 from introduction)
        or exists (select 1 from outbox) or exists (select 1 from interaction) or exists (select 1 from fingerprint_key);
update statement set wording = 'plain:' || wording where wording <> '';
update introduction set topic = 'plain:' || topic where topic <> '';
update introduction set brings = 'plain:' || brings where brings <> '';
update introduction set in_return = 'plain:' || in_return where in_return <> '';
update introduction set reasons = 'plain:' || reasons where reasons <> '';
update outbox set body = 'plain:' || body where body <> '';
update interaction set payload = 'plain:' || payload where payload <> '';
update fingerprint_key set secret = 'plain:' || secret;
