-- What kind of story a stream tells. Chats are looked for with every message, whatever other stories there are.
alter table stream add column kind varchar default 'chat' not null;
create index stream_kind on stream (community, kind, active);

-- Whose story a stream tells, besides those who speak in it.
create table member (
    community varchar not null,
    person varchar not null,
    stream varchar not null,
    primary key (community, person, stream),
    foreign key (community, person) references person (community, id)
);
create index member_stream on member (community, stream);
