-- How many orders there are by state and by the day, and the month, of their order time: a total is a sum of few rows.
create table order_list_count (
    unit varchar not null,
    starts_on date not null,
    status varchar not null,
    part integer not null,
    orders bigint not null,
    primary key (unit, starts_on, status, part)
);

-- The list is built again from the events, as the counts can come from nowhere else.
delete from token_entry where processor_name = 'order-list';
delete from order_list;
delete from order_list_line;
delete from order_list_customer;
