package io.orderflow.command.platform.repetition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.metadata.MetadataKeys;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
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

    private static final int LENGTH = 2;

    /**
     * For one request after the other its key, and then the halves of its fingerprint and its version: 16 bytes, because a
     * snapshot holds all of them. So much of each digest is enough to tell the requests about one aggregate apart.
     */
    private long[] records = new long[0];

    private int used;
    /** What a snapshot says, as long as nobody has asked: most commands are sent by processes, which do not repeat. */
    private @Nullable String encoded;
    /** Events whose metadata nobody has asked for yet: reading it takes as long as reading the event. */
    private final List<DomainEventMessage<?>> unread = new ArrayList<>();

    /** Nothing answered yet. */
    public AnsweredRequests() {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AnsweredRequests restored(String encoded) {
        AnsweredRequests restored = new AnsweredRequests();
        restored.encoded = encoded;
        return restored;
    }

    @JsonValue
    String encoded() {
        readEvents();
        if (encoded != null) {
            return encoded;
        }
        ByteBuffer bytes = ByteBuffer.allocate(used * Long.BYTES);
        bytes.asLongBuffer().put(records, 0, used);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private void decode() {
        if (encoded != null) {
            LongBuffer longs =
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).asLongBuffer();
            used = longs.remaining();
            records = new long[used];
            longs.get(records);
            encoded = null;
        }
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
            decode();
            int known = find(metadata, fingerprint);
            if (known >= 0) {
                return new RepeatedAnswer(version(known));
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
        int known = indexOf(key(metadata, fingerprint));
        if (known < 0 && metadata.containsKey(MetadataKeys.CREATES)) {
            // it exists because of this very request, whatever key that had: there is no conflict to tell of
            known = indexOf(Digest.number(fingerprint));
        }
        if (known >= 0 && fingerprint(known) != (int) Digest.number(fingerprint)) {
            throw new RuleViolated(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "the key was sent before, with a request that was not the same");
        }
        return known;
    }

    /** A request without a key of its own is known by what it is. */
    private static long key(MetaData metadata, String fingerprint) {
        return Digest.number(metadata.get(MetadataKeys.IDEMPOTENCY_KEY) instanceof String key ? key : fingerprint);
    }

    private int indexOf(long key) {
        for (int record = 0; record < used; record += LENGTH) {
            if (records[record] == key) {
                return record;
            }
        }
        return -1;
    }

    private int fingerprint(int record) {
        return (int) (records[record + 1] >> Integer.SIZE);
    }

    private long version(int record) {
        return Integer.toUnsignedLong((int) records[record + 1]);
    }

    private void readEvents() {
        unread.forEach(this::read);
        unread.clear();
    }

    private void read(DomainEventMessage<?> event) {
        MetaData metadata = event.getMetaData();
        if (metadata.get(MetadataKeys.REQUEST_FINGERPRINT) instanceof String fingerprint) {
            decode();
            int print = (int) Digest.number(fingerprint);
            remember(key(metadata, fingerprint), print, event.getSequenceNumber());
            if (metadata.containsKey(MetadataKeys.CREATES)) {
                remember(Digest.number(fingerprint), print, event.getSequenceNumber());
            }
        }
    }

    private void remember(long key, int fingerprint, long version) {
        int record = used;
        // one command may have several events, and a creation has two records
        for (int last = used - LENGTH; last >= 0 && last >= used - 2 * LENGTH; last -= LENGTH) {
            if (records[last] == key) {
                record = last;
            }
        }
        if (record == records.length) {
            records = Arrays.copyOf(records, Math.max(4 * LENGTH, 2 * used));
        }
        used = Math.max(used, record + LENGTH);
        records[record] = key;
        records[record + 1] = (long) fingerprint << Integer.SIZE | version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnsweredRequests that && encoded().equals(that.encoded());
    }

    @Override
    public int hashCode() {
        return encoded().hashCode();
    }
}
