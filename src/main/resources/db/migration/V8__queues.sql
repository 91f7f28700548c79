-- What waits for more than its lane stands in a queue, each of which is claimed by itself: wakes, and what a platform lets through slowly.
alter table outbox add column queue varchar default '' not null;
update outbox set queue = 'wake' where kind = 'wake';
drop index outbox_ready;
alter table outbox drop column wakes;
create index outbox_ready on outbox (community, queue, ready, place);
