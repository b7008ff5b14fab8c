package io.orderflow.query.platform.projection;

import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.stock.event.StockReservationRefused;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class StreamSequencingTest {

    private final StreamSequencing policy = new StreamSequencing();

    @Test
    void keeps_an_order_and_its_payment_together() {
        assertThat(keyOf(new OrderConfirmed(id(1))))
                .isEqualTo(id(1).toString())
                .isEqualTo(keyOf(Sample.voided(id(1))))
                .isNotEqualTo(keyOf(Sample.voided(id(2))));
    }

    @Test
    void keeps_the_events_of_a_product_and_of_a_customer_together() {
        assertThat(keyOf(new StockReservationRefused("A-1", id(1), 1, 0))).isEqualTo("stock-A-1");
        assertThat(keyOf(new CustomerErased(ADA))).isEqualTo("customer-" + ADA);
    }

    @Test
    void falls_back_to_the_stream_and_then_to_the_event_alone() {
        assertThat(policy.getSequenceIdentifierFor(new GenericDomainEventMessage<>("T", "other-1", 0, "x")))
                .isEqualTo("other-1");
        var alone = new GenericEventMessage<>("x");
        assertThat(policy.getSequenceIdentifierFor(alone)).isEqualTo(alone.getIdentifier());
    }

    private Object keyOf(Object event) {
        return policy.getSequenceIdentifierFor(new GenericEventMessage<>(event));
    }
}
