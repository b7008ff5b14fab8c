-- What commands have left in the event store, where that cannot be asked for an event by its id.
CREATE TABLE command_trace (
    command_id VARCHAR(36)  NOT NULL PRIMARY KEY,
    stream     VARCHAR(255) NOT NULL,
    version    BIGINT       NOT NULL,
    sent_by    VARCHAR(255) NOT NULL
);
