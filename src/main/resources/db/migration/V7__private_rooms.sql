-- The private room with somebody on a platform, sealed with their key: opening one has a narrow budget, so it is opened once.
alter table account add column room bytea;
