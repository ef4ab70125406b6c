create table task_done (
    id uuid primary key,
    member_id uuid not null,
    brand varchar(60) not null,
    task varchar(60) not null,
    done_at timestamp(6) with time zone not null,
    constraint task_done_once unique (member_id, brand, task)
);
