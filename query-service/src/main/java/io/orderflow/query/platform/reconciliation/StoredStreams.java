package io.orderflow.query.platform.reconciliation;

import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.query.platform.projection.StreamSequencing;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What the event store knows of single streams. */
interface StoredStreams {

    /** The last version that each stream has among the events after an index and up to another one. */
    Map<String, Long> lastVersions(long after, long to);

    /** The last version of a stream; empty if there is no such stream. */
    OptionalLong lastVersion(String stream);

    /**
     * The events of a stream, for an order together with its payment's, up to an index, as a replay would bring them: none of
     * them is news.
     */
    List<TrackedEventMessage<?>> upTo(long index, String stream);

    /** The token of an event at a place below an index up to which all is known. */
    static ReplayToken passed(long place, long index) {
        return (ReplayToken) ReplayToken.createReplayToken(
                new GlobalSequenceTrackingToken(index), new GlobalSequenceTrackingToken(place));
    }

    /** The streams whose events are handled in one sequence. */
    static List<String> together(String stream) {
        String sequence = StreamSequencing.ofStream(stream);
        return sequence.equals(stream)
                ? List.of(stream)
                : List.of(stream, PaymentEvent.streamOf(PaymentId.of(UUID.fromString(sequence))));
    }
}
