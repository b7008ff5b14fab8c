package io.orderflow.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.junit.jupiter.api.Test;

class WorkedSegmentsTest {

    @Test
    void a_segment_that_was_given_up_after_a_failure_is_no_longer_its_own() {
        List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, 1);
        TrackerStatus worked = new TrackerStatus(segments.get(0), new GlobalSequenceTrackingToken(7));
        TrackerStatus givenUp = new TrackerStatus(segments.get(1), new GlobalSequenceTrackingToken(5))
                .markError(new IllegalStateException("no connection"));

        assertThat(WorkedSegments.of(Map.of(0, worked, 1, givenUp))).isEqualTo(Map.of(0, worked));
    }
}
