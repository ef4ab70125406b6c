-- Commands and presses, written down before they are acknowledged. The payload goes when the work is done.
create table interaction (
    id varchar(80) primary key,
    payload text,
    received_at timestamp(6) with time zone not null,
    done_at timestamp(6) with time zone
);

-- Everything to say, put here by the transaction that caused it. The body goes when it has been said.
create table outbox (
    id uuid primary key,
    community_id uuid not null,
    member_id uuid,
    subject uuid,
    kind varchar(16) not null,
    body text,
    state varchar(16) not null,
    attempts int not null,
    created_at timestamp(6) with time zone not null,
    next_at timestamp(6) with time zone not null
);
create index outbox_due on outbox (state, next_at);
create index outbox_member on outbox (member_id, state);
create index outbox_subject on outbox (subject);
