-- What a document brings beside its text, and where it came from.
alter table version add column authors text;
alter table version add column modified text;
alter table version add column source text;

-- 0 poor, 1 fair, 2 good. What was read before is judged by its notes, as it is now.
update version set quality = case
    when notes like '%"damage:% lost%' or notes like '%"damage: the text ends%' or notes like '%"cut off:%' or notes like '%"looks like UTF-8 read as%'
        or notes like '%"read as %damaged bytes left out%' or notes like '%"set aside: no text%' then 0
    when notes like '%"damage:%' or notes like '%"only the summary of the article%' then 1
    else 2 end;

-- The bytes that a version was read from, where somebody asked to keep them; packed.
create table original (
    version integer primary key references version (number) on delete cascade,
    length integer not null,
    packed blob not null
);
