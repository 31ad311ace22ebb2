-- What many contents have in common, once for all of them: whatever is counted by it is counted without a look at attributions and versions, whose rows are wide.
-- What is not known is ''. A number is never given again, so that who reads may keep what it stands for.
create table trait (
    number integer primary key autoincrement,
    outlet text not null,
    language text not null,
    kind text not null,
    act text not null,
    is_primary integer not null,
    unique (outlet, language, kind, act, is_primary)
);

alter table content add column trait integer;

insert into trait (outlet, language, kind, act, is_primary)
select distinct coalesce(v.outlet, ''), coalesce(v.language, ''), a.kind, a.act, v.is_primary from version v join attribution a on a.version = v.number;

update content set trait = (
    select t.number from attribution a join version v on v.number = a.version
    join trait t on t.outlet = coalesce(v.outlet, '') and t.language = coalesce(v.language, '') and t.kind = a.kind and t.act = a.act and t.is_primary = v.is_primary
    where a.number = content.attribution);
