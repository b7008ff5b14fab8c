package io.orderflow.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.order.event.OrderExpired;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void orders_of_one_part_are_all_in_one_segment() {
        List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, Parts.COUNT - 1);
        assertThat(segments).hasSize(Parts.COUNT);
        Map<Integer, Segment> segmentOfPart = new HashMap<>();
        for (int number = 0; number < 1000; number++) {
            OrderExpired event = new OrderExpired(new UUID(number, number * 31L));
            Object key = new StreamSequencing().getSequenceIdentifierFor(GenericEventMessage.asEventMessage(event));
            List<Segment> matching =
                    segments.stream().filter(segment -> segment.matches(key)).toList();
            assertThat(matching).hasSize(1);
            Segment known = segmentOfPart.putIfAbsent(Parts.of(event.orderId()), matching.get(0));
            assertThat(known).isIn(null, matching.get(0));
        }
        assertThat(segmentOfPart).hasSize(Parts.COUNT);
    }
}
