-- How far an order's history has been written: what tells the next event of each stream from one delivered again.
create table order_history (
    order_id uuid primary key,
    customer_id uuid not null,
    version bigint not null,
    payment_version bigint not null,
    event_count integer not null,
    created_at timestamp(6) with time zone not null
);

-- Every event of an order and of its payment, numbered from 0 as they were recorded. Never changed, only added to. Read
-- by order and position only, so there is no other index, and an order's event costs one row.
create table order_history_event (
    order_id uuid not null,
    position integer not null,
    stream varchar not null,
    version bigint not null,
    type varchar not null,
    recorded_at timestamp(6) with time zone not null,
    user_id varchar,
    command_id varchar,
    correlation_id varchar,
    causation_id varchar,
    payload varchar not null,
    primary key (order_id, position)
);

create table order_history_customer (
    customer_id uuid primary key,
    version bigint not null,
    name_version bigint not null
);

-- What a customer was called from when until when; until is null for the present name. All gone once the customer is
-- erased. No other table holds a name.
create table order_history_name (
    customer_id uuid not null,
    version bigint not null,
    name varchar not null,
    named_from timestamp(6) with time zone not null,
    named_until timestamp(6) with time zone,
    primary key (customer_id, version)
);
