-- More of what people decided.

-- Whether a pin stands for all that is linked to its entity anyway, rather than for the entity alone.
alter table pin add column adopts integer not null default 0;
