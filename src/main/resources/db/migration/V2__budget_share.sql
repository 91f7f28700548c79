-- What each process has of a budget that several share. Of no community: a budget is a bot's.
create table budget_share (
    budget varchar not null,
    instance varchar not null,
    slots integer not null,
    beat bigint not null,
    primary key (budget, instance)
);

-- Whoever divides a budget locks this one row, so that nobody else divides meanwhile.
insert into turn (name) values ('budget');
