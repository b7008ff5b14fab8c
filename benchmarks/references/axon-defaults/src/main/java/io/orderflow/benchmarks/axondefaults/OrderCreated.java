package io.orderflow.benchmarks.axondefaults;

import java.util.List;
import java.util.UUID;

record OrderCreated(
        UUID orderId, UUID customerId, String currency, List<OrderLine> items, ShippingAddress shippingAddress) {}
