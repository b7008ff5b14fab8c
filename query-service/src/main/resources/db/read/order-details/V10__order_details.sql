-- Texts have no length here: how long they may be is the write side's rule, and a recorded fact must always fit.
-- No foreign keys: only the projection writes these tables, and Hibernate sorts its batches by table.
create table order_details (
    order_id uuid primary key,
    version bigint not null,
    payment_version bigint not null,
    payment_version_seen bigint not null,
    customer_version_seen bigint not null,
    customer_id uuid not null,
    status varchar not null,
    currency varchar not null,
    total numeric(25, 6) not null,
    item_count bigint not null,
    next_position integer not null,
    shipment_count integer not null,
    recipient varchar not null,
    street varchar not null,
    postal_code varchar not null,
    city varchar not null,
    region varchar,
    country varchar not null,
    payment_id uuid,
    payment_status varchar,
    payment_amount numeric(25, 6),
    captured_amount numeric(25, 6),
    refunded_amount numeric(25, 6),
    decline_reason varchar,
    rejection_reason varchar,
    rejected_sku varchar,
    rejection_detail varchar,
    cancellation_reason varchar,
    ordered_at timestamp(6) with time zone not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    placed_at timestamp(6) with time zone,
    confirmed_at timestamp(6) with time zone,
    shipped_at timestamp(6) with time zone,
    delivered_at timestamp(6) with time zone,
    updated_at timestamp(6) with time zone not null
);

create table order_details_line (
    order_id uuid not null,
    line_id uuid not null,
    position integer not null,
    sku varchar not null,
    product_name varchar not null,
    quantity integer not null,
    unit_price numeric(25, 6) not null,
    primary key (order_id, line_id)
);

create table order_details_shipment (
    order_id uuid not null,
    shipment_id uuid not null,
    position integer not null,
    carrier varchar not null,
    tracking_number varchar not null,
    shipped_at timestamp(6) with time zone not null,
    primary key (order_id, shipment_id)
);

create table order_details_shipped_item (
    order_id uuid not null,
    shipment_id uuid not null,
    line_id uuid not null,
    position integer not null,
    quantity integer not null,
    primary key (order_id, shipment_id, line_id)
);

create table order_details_customer (
    customer_id uuid primary key,
    version bigint not null,
    name varchar
);
