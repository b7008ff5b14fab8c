-- One row for each order: what the sums hold of it, and up to which event.
create table sales_statistics_order (
    order_id uuid primary key,
    version bigint not null,
    customer_id uuid not null,
    status varchar not null,
    outcome varchar,
    reason varchar,
    currency varchar not null,
    units bigint not null,
    total numeric(25, 6) not null,
    product_count integer not null,
    city varchar not null,
    country varchar not null,
    ordered_at timestamp(6) with time zone not null,
    shipped_at timestamp(6) with time zone,
    shipping_seconds bigint
);

create index sales_statistics_order_by_ordered_at on sales_statistics_order (ordered_at);

-- One row for each product in each placed order, with what is needed of the order, so that nothing is joined.
create table sales_statistics_product (
    order_id uuid not null,
    position integer not null,
    sku varchar not null,
    product_name varchar not null,
    outcome varchar not null,
    currency varchar not null,
    units bigint not null,
    total numeric(25, 6) not null,
    ordered_at timestamp(6) with time zone not null,
    primary key (order_id, position)
);

create index sales_statistics_product_by_ordered_at on sales_statistics_product (ordered_at);
create index sales_statistics_product_by_sku on sales_statistics_product (sku, ordered_at, order_id);

-- Sums of placed orders by day and state, in several parts, so that segments do not wait for each other.
create table sales_statistics_day (
    ordered_on date not null,
    currency varchar not null,
    status varchar not null,
    part integer not null,
    orders bigint not null,
    units bigint not null,
    total numeric(38, 6) not null,
    primary key (ordered_on, currency, status, part)
);

create table sales_statistics_customer (
    customer_id uuid primary key,
    version bigint not null,
    name varchar
);
