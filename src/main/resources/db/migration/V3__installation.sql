-- A workspace of a platform in which somebody has installed the bot; its token is sealed with the master key.
create table installation (
    community varchar not null,
    platform varchar not null,
    team varchar not null,
    enterprise varchar,
    bot varchar not null,
    sealed bytea not null,
    primary key (community, platform, team)
);
