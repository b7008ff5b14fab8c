package io.orderflow.query.projections;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.axon.TokenTable.SegmentToken;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.Projections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.stereotype.Component;

/** Splits and merges segments of what readers are shown. Only the replica that works for a segment can. */
@Component
class Segments {

    private static final long PATIENCE_SECONDS = 5;

    private final ProjectionViews views;
    private final ProjectionWatch watch;
    private final Projections projections;

    Segments(ProjectionViews views, ProjectionWatch watch, Projections projections) {
        this.views = views;
        this.watch = watch;
        this.projections = projections;
    }

    /** Makes two of a segment. */
    void split(String name, int segment) {
        StreamingEventProcessor processor = projections.processor(name);
        checkIsHere(processor, owned(name, segment));
        await(name, segment, processor.splitSegment(segment));
    }

    /** Makes one of a segment and the one it was split from. */
    void merge(String name, int segment) {
        StreamingEventProcessor processor = projections.processor(name);
        SegmentToken one = owned(name, segment);
        int[] all = all(name).stream().mapToInt(SegmentToken::segment).toArray();
        int other = Segment.computeSegment(segment, all).mergeableSegmentId();
        if (other == segment) {
            throw new ProblemException(ErrorCode.SEGMENT_ALONE, name + " has only segment " + segment);
        }
        checkIsHere(processor, one);
        checkIsHere(processor, owned(name, other));
        await(name, segment, processor.mergeSegment(segment));
    }

    private List<SegmentToken> all(String name) {
        Generation shown = views.shown(name);
        return watch.now().segments(shown);
    }

    private SegmentToken owned(String name, int segment) {
        return all(name).stream()
                .filter(token -> token.segment() == segment)
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(ErrorCode.SEGMENT_NOT_FOUND, name + " has no segment " + segment));
    }

    private static void checkIsHere(StreamingEventProcessor processor, SegmentToken segment) {
        if (segment.owner() != null && !processor.processingStatus().containsKey(segment.segment())) {
            throw elsewhere(segment.segment(), segment.owner());
        }
    }

    private static ProblemException elsewhere(int segment, String owner) {
        return new ProblemException(ErrorCode.SEGMENT_ELSEWHERE, "%s works for segment %d".formatted(owner, segment));
    }

    private void await(String name, int segment, CompletableFuture<Boolean> change) {
        try {
            if (!change.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(ErrorCode.SEGMENT_ALONE, name + " has only segment " + segment);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnableToClaimTokenException) { // somebody was quicker
                String owner = owned(name, segment).owner();
                throw elsewhere(segment, owner == null ? "another replica" : owner);
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The segment is busy; it may still change");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The service is stopping");
        }
    }
}
