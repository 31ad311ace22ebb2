-- What is rare is found in its order, not among all: documents of a language that few are in, and what nobody is known to have said.
create index version_by_language on version (language);
create index attribution_nameless on attribution (version, ordinal) where chain is null;
create index entity_unknown on entity (version, chain) where kind = 'unknown' and speaker is not null;
