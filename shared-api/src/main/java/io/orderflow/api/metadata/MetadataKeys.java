package io.orderflow.api.metadata;

/** Names of the metadata entries of commands and events. All values are strings. */
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

    /**
     * A digest of the caller and of the key under which the caller may repeat the request. On the command of a request
     * with such a key, and on the events that the command caused: they are how its aggregate recognises the repetition.
     */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /**
     * A digest of the request: caller, method, address and body. On the command of a request that is recognised when it
     * is repeated, and on the events that the command caused.
     */
    public static final String REQUEST_FINGERPRINT = "requestFingerprint";

    /**
     * {@code true} when the request makes something that must not exist yet. On its command, and on the events that the
     * command caused.
     */
    public static final String CREATES = "creates";

    /** On a command only: the version that its aggregate must have, or the command is refused. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private MetadataKeys() {}
}
