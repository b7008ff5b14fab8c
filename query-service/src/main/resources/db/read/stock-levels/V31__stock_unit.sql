-- What one unit of the product is; filled by the replay that a changed definition begins.
alter table stock_level add column unit varchar;
