-- What is rejected is a correction, and the attribution is not written at all.
alter table attribution drop column rejected;
