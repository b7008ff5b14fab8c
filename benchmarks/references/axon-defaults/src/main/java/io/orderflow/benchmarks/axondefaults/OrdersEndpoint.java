package io.orderflow.benchmarks.axondefaults;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrdersEndpoint {

    private final CommandGateway commands;
    private final ListedOrders orders;

    OrdersEndpoint(CommandGateway commands, ListedOrders orders) {
        this.commands = commands;
        this.orders = orders;
    }

    record NewOrder(UUID customerId, String currency, List<OrderLine> items, ShippingAddress shippingAddress) {}

    record Ack(UUID orderId) {}

    @GetMapping("/ready")
    Map<String, String> ready() {
        return Map.of("status", "UP");
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Ack create(@RequestBody NewOrder order) {
        UUID id = UUID.randomUUID();
        commands.sendAndWait(
                new CreateOrder(id, order.customerId(), order.currency(), order.items(), order.shippingAddress()));
        return new Ack(id);
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<ListedOrder> find(@PathVariable UUID id) {
        return ResponseEntity.of(orders.findById(id));
    }
}
