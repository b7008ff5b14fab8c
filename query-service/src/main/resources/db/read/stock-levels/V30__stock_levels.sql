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
