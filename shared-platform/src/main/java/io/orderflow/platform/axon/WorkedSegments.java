package io.orderflow.platform.axon;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventTrackerStatus;

/**
 * Which of the segments that a processor tells of are still its own. One that failed is given back, but where a batch and the
 * coordinator give up the same one, Axon 4.13.0 tells of it for ever, although another replica has it by now.
 */
public final class WorkedSegments {

    private WorkedSegments() {}

    /** Those that have not failed. */
    public static Map<Integer, EventTrackerStatus> of(Map<Integer, EventTrackerStatus> status) {
        return status.values().stream()
                .filter(segment -> !segment.isErrorState())
                .collect(Collectors.toUnmodifiableMap(
                        segment -> segment.getSegment().getSegmentId(), Function.identity()));
    }
}
