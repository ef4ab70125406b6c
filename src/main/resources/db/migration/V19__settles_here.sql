-- What posts, voids or reverses an entry stands in the same community's book: a row elsewhere must not keep it from being
-- settled here.
alter table transfer drop constraint transfer_settles_once;
alter table transfer add constraint transfer_settles_once unique (settles, community_id);
