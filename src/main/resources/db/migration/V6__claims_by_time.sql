-- What is due is found by its time, whatever else waits or was done long ago. A wake waits for nobody, and so it is looked for by itself.
alter table outbox add column wakes boolean default false not null;
update outbox set wakes = true where kind = 'wake';
drop index outbox_ready;
create index outbox_ready on outbox (community, wakes, ready, place);
