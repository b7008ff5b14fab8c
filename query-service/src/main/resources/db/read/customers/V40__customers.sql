create table customer (
    customer_id uuid primary key,
    version bigint not null,
    name varchar,
    email varchar,
    erased boolean not null,
    registered_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null
);
