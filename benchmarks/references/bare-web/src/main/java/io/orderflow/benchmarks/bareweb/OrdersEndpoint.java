package io.orderflow.benchmarks.bareweb;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrdersEndpoint {

    private static final Money PRICE = new Money("12.50", "EUR");
    private static final Address ADDRESS = new Address("Ada Nowak", "Market Street 1", "10115", "Berlin", "DE");

    record Money(String amount, String currency) {}

    record Line(String sku, String productName, int quantity, Money unitPrice) {}

    record Address(String recipient, String street, String postalCode, String city, String country) {}

    record Order(UUID customerId, String currency, List<Line> items, Address shippingAddress) {}

    record Ack(UUID orderId, long version) {}

    @GetMapping("/ready")
    Map<String, String> ready() {
        return Map.of("status", "UP");
    }

    /** Reads and writes as much JSON as creating an order does. */
    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Ack create(@RequestBody Order order) {
        return new Ack(order.customerId(), order.items().size());
    }

    /** Writes about as much JSON as a view of an order has. */
    @GetMapping("/orders/{id}")
    Order find(@PathVariable UUID id) {
        return new Order(
                id,
                "EUR",
                List.of(
                        new Line("BENCH-0001", "Desk oak 1", 1, PRICE),
                        new Line("BENCH-0002", "Chair steel 2", 2, PRICE),
                        new Line("BENCH-0003", "Lamp bamboo 3", 3, PRICE)),
                ADDRESS);
    }
}
