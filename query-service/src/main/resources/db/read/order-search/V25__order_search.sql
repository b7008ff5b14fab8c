create table order_search (
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
    city varchar not null,
    -- what the order is found by, a space before each word: whether all words of a question match is seen in the row
    words varchar not null
);

-- One for each filter and each sort, for questions in which every word is too common to begin with.
create index order_search_by_ordered_at on order_search (ordered_at, order_id);
create index order_search_by_customer on order_search (customer_id, ordered_at, order_id);
create index order_search_by_status on order_search (status, ordered_at, order_id);
create index order_search_by_created_at on order_search (created_at, order_id);
create index order_search_by_updated_at on order_search (updated_at, order_id);
create index order_search_by_total on order_search (total, order_id);

-- Words as bytes: texts are sorted as the database's locale has it, and a beginning would be no range.
create table order_search_token (
    token bytea not null,
    ordered_at timestamp(6) with time zone not null,
    order_id uuid not null,
    primary key (token, ordered_at, order_id)
);

-- Words of the lines of orders that can still be edited: an edit does not say what it takes away.
create table order_search_line (
    order_id uuid not null,
    line_id uuid not null,
    quantity integer not null,
    words varchar not null,
    primary key (order_id, line_id)
);

create table order_search_customer (
    customer_id uuid primary key,
    version bigint not null,
    name varchar,
    words varchar not null
);

create table order_search_customer_token (
    token bytea not null,
    customer_id uuid not null,
    primary key (token, customer_id)
);
