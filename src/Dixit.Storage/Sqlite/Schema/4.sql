-- What people decided. It holds against whatever is found again, so it stands apart from what was found.

create table correction (
    number integer primary key,
    at text not null,
    kind text not null,
    -- Where it stands: a document, the hash of the text that was corrected, and the rest as JSON.
    document text,
    hash blob,
    body text not null,
    reason text,
    undone text
);

create index correction_by_document on correction (document);

-- What the engine found, as JSON, where corrections changed it: so that they can be undone and applied anew.
alter table version add column uncorrected text;

-- Speakers about whom somebody decided something: their ids stay as they are.
create table person (
    number integer primary key,
    id text unique,
    kind text,
    gender text,
    wikidata text,
    is_listed integer not null default 0
);

create table person_name (
    person integer not null references person (number) on delete cascade,
    name text not null,
    is_shown integer not null,
    correction integer references correction (number) on delete cascade
);

create index person_name_by_person on person_name (person);
create index person_name_by_correction on person_name (correction);

-- A person that somebody said is another.
create table person_heir (
    person integer not null references person (number) on delete cascade,
    heir integer not null references person (number) on delete cascade,
    correction integer not null references correction (number) on delete cascade,
    primary key (person, correction)
) without rowid;

create index person_heir_by_correction on person_heir (correction);

-- Whoever has a name in a document is a person; the last word counts. Of several with one name, the one after so many others.
create table pin (
    document text not null,
    name text not null,
    namesake integer not null,
    correction integer not null references correction (number) on delete cascade,
    person integer not null references person (number) on delete cascade,
    primary key (document, name, namesake, correction)
) without rowid;

create index pin_by_correction on pin (correction);
create index pin_by_person on pin (person);

alter table speaker add column person integer references person (number);
create index speaker_by_person on speaker (person);
create index former_by_heir on former (heir);
