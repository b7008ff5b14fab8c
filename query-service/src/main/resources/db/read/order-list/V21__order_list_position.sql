-- The global index of the last event an order took: what has changed since a client of the live stream was last there.
alter table order_list add column position bigint default 0 not null;
create index order_list_by_position on order_list (position);
