package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.axon.TokenTable.SegmentToken;
import io.orderflow.query.platform.projection.StreamSequencing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.beans.factory.ObjectProvider;

/** Has a live read model take the events of one sequence again. */
public final class Reprojection {

    private final ObjectProvider<EventProcessingConfiguration> processing; // looked up late: it begins after this
    private final LiveGenerations generations;
    private final TokenTable tokens;

    Reprojection(
            ObjectProvider<EventProcessingConfiguration> processing, LiveGenerations generations, TokenTable tokens) {
        this.processing = processing;
        this.generations = generations;
        this.tokens = tokens;
    }

    /**
     * Takes events again, all or none of them. Until then the read model's other events wait, as far as this replica reads
     * them.
     *
     * @param stream of the sequence, not a payment's
     * @param past the events of the sequence up to an index of the store, with tokens, in their order
     * @param forget is called with them in the transaction before the first is taken
     * @return how many were taken
     * @throws SegmentElsewhere if it is not for this replica to do so
     * @throws LockAcquisitionFailedException if what the read model is writing does not come to an end
     */
    public int run(
            String group,
            String stream,
            LongFunction<List<TrackedEventMessage<?>>> past,
            Consumer<List<TrackedEventMessage<?>>> forget)
            throws Exception {
        GenerationProcessor processor =
                processor(group).orElseThrow(() -> new SegmentElsewhere(group + " does not run here", null, null));
        int segment = segment(processor.getName(), stream);
        try {
            return processor.projectAnew(segment, past, forget);
        } catch (UnableToClaimTokenException e) {
            String owner = tokens.of(processor.getName()).stream()
                    .filter(token -> token.segment() == segment)
                    .findFirst()
                    .map(SegmentToken::owner)
                    .orElse(null);
            throw new SegmentElsewhere(
                    "segment " + segment + " of " + group + " belongs to " + (owner == null ? "nobody" : owner),
                    owner,
                    e);
        }
    }

    private Optional<GenerationProcessor> processor(String group) {
        return generations.live(group).flatMap(live -> processing
                .getObject()
                .eventProcessor(group, ProjectionProcessor.class)
                .flatMap(projection -> projection.of(live)));
    }

    private int segment(String processor, String stream) {
        int[] segments =
                tokens.of(processor).stream().mapToInt(SegmentToken::segment).toArray();
        Object sequence = StreamSequencing.ofStream(stream);
        for (int segment : segments) {
            if (Segment.computeSegment(segment, segments).matches(sequence)) {
                return segment;
            }
        }
        throw new SegmentElsewhere(processor + " has not begun", null, null);
    }
}
