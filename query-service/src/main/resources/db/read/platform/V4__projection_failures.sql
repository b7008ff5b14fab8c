-- What stops a processor until it passes, for all replicas to see. Events that became dead letters stop nothing.
create table projection_failure (
    processor_name varchar(255) primary key,
    failing_since timestamp(6) with time zone not null,
    failed_at timestamp(6) with time zone not null,
    cause varchar(255) not null
);
