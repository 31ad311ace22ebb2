-- The keys written of late. Each goes among all those of its speaker, and so somewhere else in the table of all; kept apart until there are some for every
-- place, they are written there a few places at a time.
create table fresh_wording_key (
    speaker integer not null,
    key integer not null,
    wording integer not null,
    size integer not null,
    primary key (speaker, key, wording)
) without rowid;

-- The first and the last day on which a wording was told, as days since 0001-01-01; all days where one is not known. Days between that nobody told it on may
-- lie there too: whoever asks must look at the reports themselves.
create table wording_told (
    wording integer primary key,
    first integer not null,
    last integer not null
);

insert into wording_told (wording, first, last)
select wording, case when count(day) = count(*) then cast(julianday(min(day)) - 1721425.5 as integer) else 0 end,
    case when count(day) = count(*) then cast(julianday(max(day)) - 1721425.5 as integer) else 3652058 end
from content where wording is not null group by wording;

-- The few that somebody should look at are found in their order, not among all.
create index attribution_in_doubt on attribution (version, ordinal) where confidence < 0.8;
