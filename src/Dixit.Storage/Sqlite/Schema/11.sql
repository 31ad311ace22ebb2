-- How many keys a wording has, instead of whether they are few: what was told at another time is compared only if it shares a good part of them.
drop table wording_key;

create table wording_key (
    speaker integer not null,
    key integer not null,
    wording integer not null,
    size integer not null,
    primary key (speaker, key, wording)
) without rowid;
