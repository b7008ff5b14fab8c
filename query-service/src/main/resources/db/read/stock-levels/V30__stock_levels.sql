-- A product without a name has been asked for but never registered.
create table stock_level (
    sku varchar primary key,
    version bigint not null,
    product_name varchar,
    on_hand bigint not null,
    reserved bigint not null,
    committed bigint not null,
    available bigint not null,
    updated_at timestamp(6) with time zone not null
);

create index stock_level_by_available on stock_level (available, sku);

-- What is reserved, and for which order; a row goes when nothing is held any more.
create table stock_reservation (
    sku varchar not null,
    order_id uuid not null,
    quantity bigint not null,
    reserved_at timestamp(6) with time zone not null,
    primary key (sku, order_id)
);

create index stock_reservation_by_time on stock_reservation (sku, reserved_at, order_id);
