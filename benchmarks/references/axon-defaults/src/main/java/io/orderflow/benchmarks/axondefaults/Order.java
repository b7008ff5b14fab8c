package io.orderflow.benchmarks.axondefaults;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
class Order {

    @AggregateIdentifier
    private @Nullable UUID id;

    Order() {}

    @CommandHandler
    Order(CreateOrder command) {
        AggregateLifecycle.apply(new OrderCreated(
                command.orderId(),
                command.customerId(),
                command.currency(),
                command.items(),
                command.shippingAddress()));
    }

    @EventSourcingHandler
    void on(OrderCreated event) {
        id = event.orderId();
    }

    @Nullable
    UUID id() {
        return id;
    }
}
