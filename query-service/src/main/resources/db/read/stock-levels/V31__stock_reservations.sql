-- What is reserved, and for which order; a row goes when nothing is held any more.
create table stock_reservation (
    sku varchar not null,
    order_id uuid not null,
    quantity bigint not null,
    reserved_at timestamp(6) with time zone not null,
    primary key (sku, order_id)
);

create index stock_reservation_by_time on stock_reservation (sku, reserved_at, order_id);
