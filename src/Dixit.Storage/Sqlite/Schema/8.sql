-- Which evidence people put together in one statement, or on two sides. It names contents as statements are named, so that it holds when they are found again.

create table statement_side (
    correction integer not null references correction (number) on delete cascade,
    evidence text not null,
    side integer not null,
    primary key (correction, evidence)
) without rowid;

create index statement_side_by_evidence on statement_side (evidence);
