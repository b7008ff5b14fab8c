package io.orderflow.api.metadata;

/** Names of the metadata entries of every command and event. All values are strings. */
public final class MetadataKeys {

    /** The id of the command; on an event, the id of the command that caused it. */
    public static final String COMMAND_ID = "commandId";

    /** Who asked: the caller's name, or the name of the process that sent the command. */
    public static final String USER_ID = "userId";

    /** The same for everything that follows from one request. */
    public static final String CORRELATION_ID = "correlationId";

    /** The id of the message that led directly to this one. */
    public static final String CAUSATION_ID = "causationId";

    /** When the command was issued, RFC 3339, UTC. */
    public static final String ISSUED_AT = "issuedAt";

    private MetadataKeys() {}
}
