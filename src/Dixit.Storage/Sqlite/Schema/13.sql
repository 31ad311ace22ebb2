-- Which documents are copies of which: derived, as statements are.

-- By which rules it was found out; others would find other copies.
create table copy_rules (
    rules text not null
);

-- The keys of a text, a few of the hashes of its runs of words, by when it was published: what is a copy was published near its original, so that what is
-- written and looked up stays together.
create table shingle (
    period integer not null,
    key integer not null,
    document integer not null,
    primary key (period, key, document)
) without rowid;

create table sketch (
    document integer primary key,
    period integer not null,
    keys blob not null
);

-- The earliest document that has so much of the text, and how much of the text stands there.
create table copy (
    document integer primary key,
    original integer not null,
    share real not null
);

create index copy_by_original on copy (original);

-- It named the document that was read first with the very same text.
alter table version drop column copy_of;
