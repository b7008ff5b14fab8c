create table order_list (
    order_id uuid primary key,
    version bigint not null,
    customer_id uuid not null,
    status varchar not null,
    currency varchar not null,
    total numeric(25, 6) not null,
    item_count bigint not null,
    line_count integer not null,
    lines_kept boolean not null,
    ordered_at timestamp(6) with time zone not null,
    created_at timestamp(6) with time zone not null,
    shipped_at timestamp(6) with time zone,
    updated_at timestamp(6) with time zone not null,
    -- the global index of the last event it took: what has changed since a client of the live stream was last there
    store_position bigint not null
);

-- One for each filter and each sort; both databases also read them backwards for the descending sorts.
create index order_list_by_ordered_at on order_list (ordered_at, order_id);
create index order_list_by_customer on order_list (customer_id, ordered_at, order_id);
create index order_list_by_status on order_list (status, ordered_at, order_id);
create index order_list_by_created_at on order_list (created_at, order_id);
create index order_list_by_updated_at on order_list (updated_at, order_id);
create index order_list_by_total on order_list (total, order_id);
create index order_list_by_position on order_list (store_position);

-- Quantities of orders that can still be edited: an edit tells a line's new quantity only, the list shows the sum.
create table order_list_line (
    order_id uuid not null,
    line_id uuid not null,
    quantity integer not null,
    primary key (order_id, line_id)
);

create table order_list_customer (
    customer_id uuid primary key,
    version bigint not null,
    name varchar
);

-- How many orders there are by state and by the day, and the month, of their order time: a total is a sum of few rows.
create table order_list_count (
    unit varchar not null,
    starts_on date not null,
    status varchar not null,
    part integer not null,
    orders bigint not null,
    primary key (unit, starts_on, status, part)
);
