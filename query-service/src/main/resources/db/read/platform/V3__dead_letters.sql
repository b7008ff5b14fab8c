-- Events that a projection could not handle, each followed by the later ones of its sequence. By processor: another
-- generation of the same read model has its own.
create table dead_letter (
    letter_id varchar(255) primary key,
    processor_name varchar(255) not null,
    sequence_identifier varchar(255) not null,
    sequence_index bigint not null,
    message_type varchar(255) not null,
    event_identifier varchar(255) not null,
    recorded_at varchar(255) not null,
    payload_type varchar(255) not null,
    payload_revision varchar(255),
    payload bytea not null,
    metadata bytea,
    aggregate_type varchar(255),
    aggregate_identifier varchar(255),
    sequence_number bigint,
    token_type varchar(255),
    token bytea,
    enqueued_at varchar(255) not null,
    last_touched varchar(255),
    processing_started varchar(255),
    cause_type varchar(255),
    cause_message varchar(1023),
    diagnostics bytea,
    unique (processor_name, sequence_identifier, sequence_index)
);

-- Events that somebody has told a projection to go on without: also when the read model is built again.
create table discarded_event (
    group_name varchar(255) not null,
    stream varchar(255) not null,
    version bigint not null,
    event_identifier varchar(255) not null,
    payload_type varchar(255) not null,
    reason varchar not null,
    discarded_at timestamp(6) with time zone not null,
    primary key (group_name, stream, version)
);
