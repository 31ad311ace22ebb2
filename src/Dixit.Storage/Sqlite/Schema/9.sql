-- Whose sighting it was before somebody said otherwise, so that it can be given back.
alter table pin add column before text;
