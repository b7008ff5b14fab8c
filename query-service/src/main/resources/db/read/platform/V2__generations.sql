-- The generations of each read model: which are built, which one is shown. All replicas act on what is recorded here.
create table projection_generation (
    group_name varchar(255) not null,
    generation integer not null,
    definition varchar(255) not null,
    state varchar(255) not null,
    prepared boolean not null,
    started_at timestamp(6) with time zone not null,
    target bigint not null,
    wanted_at timestamp(6) with time zone not null,
    switched_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    retired_at timestamp(6) with time zone,
    outcome varchar(255),
    cause varchar,
    primary key (group_name, generation)
);

-- The groups whose processors stand still, on all replicas, because somebody wants it.
create table projection_pause (
    group_name varchar(255) primary key,
    paused_at timestamp(6) with time zone not null
);
