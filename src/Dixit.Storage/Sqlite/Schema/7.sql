-- People of a user's own list, who are known before any document shows them.

create table person_role (
    person integer not null references person (number) on delete cascade,
    role text not null,
    first text,
    last text
);

create index person_role_by_person on person_role (person);

create table person_key (
    key text not null,
    person integer not null references person (number) on delete cascade,
    primary key (key, person)
) without rowid;

create index person_key_by_person on person_key (person);
