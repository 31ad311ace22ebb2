-- What follows from what was read: whose words they are across documents, and which wordings are one statement. All of it can
-- be made again from the tables before and from what people decided.

create table speaker (
    number integer primary key,
    id text not null unique,
    name text not null,
    kind text not null,
    gender text,
    wikidata text,
    first text,
    last text,
    first_document text not null,
    first_name text not null,
    is_leaning integer not null
);

create table speaker_name (
    speaker integer not null references speaker (number) on delete cascade,
    name text not null,
    folded text not null,
    count integer not null,
    primary key (speaker, name)
) without rowid;

create index speaker_name_by_folded on speaker_name (folded);

create table speaker_role (
    speaker integer not null references speaker (number) on delete cascade,
    role text not null,
    first text,
    last text,
    count integer not null,
    primary key (speaker, role)
) without rowid;

-- By what a speaker is looked for when a document brings somebody.
create table speaker_key (
    key text not null,
    speaker integer not null references speaker (number) on delete cascade,
    primary key (key, speaker)
) without rowid;

create index speaker_key_by_speaker on speaker_key (speaker);

-- What a document says of somebody, hashed, where it was enough to know who that is: it is again.
create table speaker_sign (
    sign blob primary key,
    speaker integer not null references speaker (number) on delete cascade
) without rowid;

create index speaker_sign_by_speaker on speaker_sign (speaker);

-- Ids that nothing leads to any more, and where they lead now.
create table former (
    id text primary key,
    heir text not null
) without rowid;

create table wording (
    number integer primary key,
    speaker integer references speaker (number) deferrable initially deferred,
    kind text not null,
    language text,
    text blob not null,
    component integer not null
);

create index wording_by_speaker on wording (speaker);
create index wording_by_component on wording (component);

-- The sampled keys by which wordings of one speaker find one another.
create table wording_key (
    speaker integer not null,
    key integer not null,
    wording integer not null,
    is_short integer not null,
    primary key (speaker, key, wording)
) without rowid;

create table statement (
    number integer primary key,
    id text not null unique,
    speaker integer references speaker (number) deferrable initially deferred,
    earliest integer not null,
    fullest integer not null,
    first text,
    last text,
    act text not null,
    reports integer not null,
    outlets integer not null
);

create index statement_by_speaker on statement (speaker, last);
create index statement_by_first on statement (first);
create index statement_by_last on statement (last);
create index statement_by_reports on statement (reports);

alter table attribution add column rejected integer not null default 0;
alter table entity add column speaker integer references speaker (number) deferrable initially deferred;
create index entity_by_speaker on entity (speaker);

alter table content add column wording integer references wording (number) deferrable initially deferred;
alter table content add column statement integer references statement (number) deferrable initially deferred;
alter table content add column evidence text;
alter table content add column place integer;
-- Of its document, or else the first on which it may have been said.
alter table content add column day text;
-- The same bounds in code points, as answers to other programs count.
alter table content add column point_start integer;
alter table content add column point_end integer;
create index content_by_wording on content (wording);
create index content_by_statement on content (statement);
create index content_by_evidence on content (evidence);

-- Words are stems made by us: no tokenizer of SQLite knows French elision and inflection. The row is that of the content. The facets (who, where, when,
-- what) stand beside the words, so that words of one outlet or one month are as quickly found as those of all.
create virtual table word using fts5 (stems, folded, heading, facets, content = '', contentless_delete = 1, tokenize = 'ascii');
-- The keys by which wordings that may say the same find one another, with whose they are. The row is that of the wording.
create virtual table pair using fts5 (keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- Which derivation the tables above hold; none yet where there is no row.
create table derivation (
    engine text not null
);
