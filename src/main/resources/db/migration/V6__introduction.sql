create table introduction (
    id uuid primary key,
    community_id uuid not null,
    -- What the rounds of asking are counted by: the asker's need, or the broker's command.
    about uuid not null,
    asker uuid not null,
    helper uuid not null,
    -- The offer by which the helper was found; none where a broker did.
    offer uuid,
    broker uuid,
    topic varchar(400) not null,
    brings varchar(400) not null,
    in_return varchar(400) not null,
    reasons varchar(1000) not null,
    state varchar(16) not null,
    due timestamp(6) with time zone,
    created_at timestamp(6) with time zone not null,
    asked_at timestamp(6) with time zone,
    accepted_at timestamp(6) with time zone,
    connected_at timestamp(6) with time zone,
    asker_found varchar(16),
    helper_found varchar(16),
    version bigint not null
);
create index introduction_due on introduction (community_id, due);
create index introduction_about on introduction (about);
create index introduction_helper on introduction (helper, asked_at);
create index introduction_asker on introduction (asker);
create index introduction_offer on introduction (offer);
create index introduction_waiting on introduction (community_id, state);
create index introduction_broker on introduction (broker);
