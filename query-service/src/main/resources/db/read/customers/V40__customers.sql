create table customer (
    customer_id uuid primary key,
    version bigint not null,
    name varchar,
    email varchar,
    erased boolean not null,
    registered_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null
);

-- What a customer has ordered: one row an order, summed up when a customer is read.
create table customer_order (
    order_id uuid primary key,
    version bigint not null,
    customer_id uuid not null,
    status varchar not null,
    currency varchar not null,
    total numeric(25, 6) not null,
    ordered_at timestamp(6) with time zone not null
);

create index customer_order_by_customer on customer_order (customer_id, status, currency);
