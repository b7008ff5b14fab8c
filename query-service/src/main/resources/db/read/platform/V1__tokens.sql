-- How far each processing group has read. In the read models' database, so that a token moves in the transaction that
-- writes the rows.
create table token_entry (
    processor_name varchar(255) not null,
    segment integer not null,
    token bytea,
    token_type varchar(255),
    timestamp varchar(255),
    owner varchar(255),
    primary key (processor_name, segment)
);
