-- One text for H2 (MODE=PostgreSQL) and PostgreSQL. Never edited once released; the next change is V2.

-- A stream's row is its lock: whoever appends moves its version.
create table stream (
    community varchar not null,
    name varchar not null,
    version bigint not null,
    begun timestamp(6) with time zone not null,
    active boolean not null,
    primary key (community, name)
);

create table event (
    community varchar not null,
    stream varchar not null,
    seq bigint not null,
    at timestamp(6) with time zone not null,
    type varchar not null,
    body varchar not null,
    primary key (community, stream, seq)
);

-- The name is sealed with the person's own key.
create table person (
    community varchar not null,
    id varchar not null,
    name bytea not null,
    primary key (community, id)
);

-- A person's key, sealed with the master key. Empty on H2, whose file keeps old pages: there the keys are in parley.keys.
create table person_key (
    community varchar not null,
    person varchar not null,
    sealed bytea not null,
    primary key (community, person),
    foreign key (community, person) references person (community, id)
);

-- The platform's id of an account is found by a keyed hash and read back from what is sealed with the person's key.
create table account (
    community varchar not null,
    platform varchar not null,
    hash varchar not null,
    person varchar not null,
    sealed bytea not null,
    primary key (community, platform, hash),
    foreign key (community, person) references person (community, id)
);
create index account_person on account (community, person);

create table host (
    community varchar not null,
    person varchar not null,
    primary key (community, person),
    foreign key (community, person) references person (community, id)
);

-- What a message says now, sealed with its author's key; only the newest revision is kept.
create table words (
    community varchar not null,
    stream varchar not null,
    room varchar not null,
    message varchar not null,
    revision integer not null,
    person varchar not null,
    sealed bytea not null,
    primary key (community, stream, room, message),
    foreign key (community, person) references person (community, id)
);
create index words_message on words (community, room, message);
create index words_person on words (community, person);

create sequence outbox_place;

create table outbox (
    community varchar not null,
    id varchar not null,
    stream varchar not null,
    lane varchar not null,
    place bigint not null,
    due timestamp(6) with time zone not null,
    until timestamp(6) with time zone not null,
    kind varchar not null,
    body varchar not null,
    -- the key of the post that an edit says anew
    post varchar,
    state varchar not null,
    -- when it can be claimed: its due time while it waits, the end of the lease while it is claimed, nothing once finished
    ready timestamp(6) with time zone,
    owner varchar,
    attempts integer not null,
    ref_room varchar,
    ref_message varchar,
    finished timestamp(6) with time zone,
    primary key (community, id)
);
create index outbox_ready on outbox (ready, place);
create index outbox_lane on outbox (community, lane, state, place);
create index outbox_stream on outbox (community, stream);
create index outbox_post on outbox (community, post);

-- Whoever claims locks the one row, so that nobody else looks for lanes' heads meanwhile. Of no community: claiming is for all.
create table turn (
    name varchar not null primary key
);
insert into turn (name) values ('claim');

-- Proves that a master key is this database's, without telling it. Of no community: the key is for all.
create table keeper (
    name varchar not null primary key,
    proof varchar not null
);
