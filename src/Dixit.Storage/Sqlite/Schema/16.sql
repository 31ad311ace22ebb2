-- What of a text is set apart by its form (quotations, captions, messages, entries of live reports), as offsets like all others; and the hours of publication and of the last change.
alter table version add column blocks text;
alter table version add column published_at text;
alter table version add column modified_at text;
