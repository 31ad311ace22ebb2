-- What was read: runs, documents in all their versions, and what was found in each.
-- Offsets are UTF-16 units of the version's text, ends exclusive. Text is UTF-8 in a blob: what SQL calls a
-- string ends at a NUL, and its functions count other units, so nothing is ever sliced here.

create table run (
    number integer primary key,
    engine text not null,
    started text not null,
    finished text,
    documents integer not null default 0,
    added integer not null default 0,
    changed integer not null default 0,
    refreshed integer not null default 0,
    unchanged integer not null default 0,
    failed integer not null default 0
);

create table writer (
    process integer not null,
    host text not null,
    since text not null
);

create table document (
    number integer primary key,
    id text not null unique,
    current integer
);

create table version (
    number integer primary key,
    document integer not null references document (number) on delete cascade,
    ordinal integer not null,
    run integer not null references run (number),
    hash blob not null,
    facts_hash blob not null,
    text blob not null,
    uri text,
    title text,
    outlet text,
    published text,
    published_given text,
    language text,
    language_given text,
    quality real,
    copy_of text,
    is_primary integer not null default 0,
    primary_speaker text,
    notes text not null,
    notes_given text not null,
    furniture text not null,
    quoted text not null,
    mentions text not null,
    unique (document, ordinal)
);

create index version_by_hash on version (hash);
create index version_by_outlet on version (outlet);
create index version_by_published on version (published);

create table entity (
    number integer primary key,
    version integer not null references version (number) on delete cascade,
    chain integer not null,
    name text not null,
    kind text not null,
    role text,
    gender text,
    aliases text not null,
    unique (version, chain)
);

create table attribution (
    number integer primary key,
    version integer not null references version (number) on delete cascade,
    ordinal integer not null,
    parent integer,
    kind text not null,
    cue_start integer,
    cue_end integer,
    source_start integer,
    source_end integer,
    chain integer,
    via text,
    addressee text,
    occasion text,
    place text,
    said_from text,
    said_to text,
    act text not null,
    confidence real not null,
    rule text not null,
    speaker_rule text,
    unique (version, ordinal)
);

create table content (
    number integer primary key,
    attribution integer not null references attribution (number) on delete cascade,
    start integer not null,
    "end" integer not null,
    unique (attribution, start)
);
