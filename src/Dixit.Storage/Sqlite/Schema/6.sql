-- What was removed is left out when it is read again, until somebody takes it back.

alter table removal add column taken_back text;
create index removal_by_id on removal (kind, id);

alter table run add column skipped integer not null default 0;

-- By what somebody who was removed is known again, hashed: a name can be held against it, not read from it.
create table forgotten (
    sign blob not null,
    removal integer not null references removal (number) on delete cascade,
    primary key (sign, removal)
) without rowid;
