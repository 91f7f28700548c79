-- Who was heard in a conversation, and in which rooms it was: a row where words have thousands, in place of two indexes on words.
create table speaker (
    community varchar not null,
    person varchar not null,
    stream varchar not null,
    primary key (community, person, stream),
    foreign key (community, person) references person (community, id)
);
create table heard (
    community varchar not null,
    room varchar not null,
    stream varchar not null,
    primary key (community, room, stream)
);
insert into speaker (community, person, stream) select distinct community, person, stream from words;
insert into heard (community, room, stream) select distinct community, room, stream from words;

-- Without the reference to their person, which on H2 needs an index: whoever keeps words holds their author's key.
create table words_now (
    community varchar not null,
    stream varchar not null,
    room varchar not null,
    message varchar not null,
    revision integer not null,
    person varchar not null,
    sealed bytea not null,
    primary key (community, stream, room, message)
);
insert into words_now (community, stream, room, message, revision, person, sealed)
select community, stream, room, message, revision, person, sealed from words;
drop table words;
alter table words_now rename to words;
