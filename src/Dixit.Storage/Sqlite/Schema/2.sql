-- What was taken out for good: that it was, never what it said.

create table removal (
    number integer primary key,
    kind text not null,
    id text not null,
    at text not null,
    reason text
);
