package io.orderflow.benchmarks.axondefaults;

import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record CreateOrder(
        @TargetAggregateIdentifier UUID orderId,
        UUID customerId,
        String currency,
        List<OrderLine> items,
        ShippingAddress shippingAddress) {}
