package io.orderflow.command.platform.repetition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.metadata.MetadataKeys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The requests that one aggregate has carried out, each with the version that was answered. A request that comes again
 * gets that answer and has no second effect, for as long as the aggregate lives and wherever it is loaded: what is known
 * here is read from the metadata of the aggregate's own events, and is a part of its snapshots.
 *
 * <p>An aggregate holds it as an {@code @AggregateMember}, which lets it see every event, and calls {@link #answer} from a
 * {@code @CommandHandlerInterceptor}. A refused command leaves no event and is not remembered: it is decided again. So is
 * a command that changes nothing, which is why one with a key must leave an event all the same.
 */
public final class AnsweredRequests {

    private static final int KEY = 0;
    private static final int FINGERPRINT = 1;
    private static final int VERSION = 2;
    private static final int LENGTH = 3;

    /**
     * Key, fingerprint and version of one request after the other: 24 bytes for each, because a snapshot holds all of
     * them. Of both digests 64 bits are enough to tell the requests about one aggregate from each other.
     */
    private long[] records;

    private int used;
    /** Events whose metadata nobody has asked for yet: reading it takes as long as reading the event. */
    private final List<DomainEventMessage<?>> unread = new ArrayList<>();

    /** Nothing answered yet. */
    public AnsweredRequests() {
        this(new long[0]);
    }

    private AnsweredRequests(long[] records) {
        this.records = records;
        this.used = records.length;
    }

    /** From a snapshot. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AnsweredRequests restored(byte[] bytes) {
        long[] records = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(records);
        return new AnsweredRequests(records);
    }

    /** For a snapshot. */
    @JsonValue
    byte[] bytes() {
        readEvents();
        ByteBuffer bytes = ByteBuffer.allocate(used * Long.BYTES);
        bytes.asLongBuffer().put(records, 0, used);
        return bytes.array();
    }

    @EventSourcingHandler
    void on(DomainEventMessage<?> event) {
        unread.add(event);
    }

    /**
     * Answers a command whose request was carried out before; lets any other go on to its handler, if the aggregate has
     * the version that the command expects.
     *
     * @return a {@link RepeatedAnswer}, or what the handler returns
     * @throws RuleViolated with IDEMPOTENCY_KEY_REUSED when the key belongs to another request, with VERSION_CONFLICT
     *     when the aggregate has another version
     * @throws Exception what the handler throws
     */
    public @Nullable Object answer(CommandMessage<?> command, InterceptorChain handler) throws Exception {
        MetaData metadata = command.getMetaData();
        if (metadata.get(MetadataKeys.REQUEST_FINGERPRINT) instanceof String fingerprint) {
            readEvents();
            int known = find(metadata, fingerprint);
            if (known >= 0) {
                return new RepeatedAnswer(records[known + VERSION]);
            }
        }
        if (metadata.get(MetadataKeys.EXPECTED_VERSION) instanceof String expected) {
            requireVersion(expected);
        }
        return handler.proceed();
    }

    private static void requireVersion(String expected) {
        @Nullable Long current = AggregateLifecycle.getVersion();
        if (!expected.equals(String.valueOf(current))) {
            throw new RuleViolated(
                    ErrorCode.VERSION_CONFLICT,
                    "version %s was expected, it is %s".formatted(expected, current),
                    current);
        }
    }

    private int find(MetaData metadata, String fingerprint) {
        long print = Digest.number(fingerprint);
        int known = indexOf(KEY, key(metadata, fingerprint));
        if (known < 0 && metadata.containsKey(MetadataKeys.CREATES)) {
            // it exists because of this very request, whatever key that had: there is no conflict to tell of
            known = indexOf(FINGERPRINT, print);
        }
        if (known >= 0 && records[known + FINGERPRINT] != print) {
            throw new RuleViolated(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "the key was sent before, with a request that was not the same");
        }
        return known;
    }

    /** A request without a key of its own is known by what it is. */
    private static long key(MetaData metadata, String fingerprint) {
        return Digest.number(metadata.get(MetadataKeys.IDEMPOTENCY_KEY) instanceof String key ? key : fingerprint);
    }

    private int indexOf(int field, long value) {
        for (int i = 0; i < used; i += LENGTH) {
            if (records[i + field] == value) {
                return i;
            }
        }
        return -1;
    }

    private void readEvents() {
        unread.forEach(this::read);
        unread.clear();
    }

    private void read(DomainEventMessage<?> event) {
        MetaData metadata = event.getMetaData();
        if (metadata.get(MetadataKeys.REQUEST_FINGERPRINT) instanceof String fingerprint) {
            remember(key(metadata, fingerprint), Digest.number(fingerprint), event.getSequenceNumber());
        }
    }

    private void remember(long key, long fingerprint, long version) {
        boolean sameCommand = used > 0 && records[used - LENGTH + KEY] == key;
        if (!sameCommand) {
            if (used == records.length) {
                records = Arrays.copyOf(records, Math.max(4 * LENGTH, 2 * used));
            }
            used += LENGTH;
        }
        int last = used - LENGTH;
        records[last + KEY] = key;
        records[last + FINGERPRINT] = fingerprint;
        records[last + VERSION] = version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnsweredRequests that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
