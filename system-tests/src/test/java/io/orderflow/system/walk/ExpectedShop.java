package io.orderflow.system.walk;

import io.orderflow.system.walk.OrderState.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one walker's commands have led to. No other walker touches its customers, products and orders. */
final class ExpectedShop {

    final Map<UUID, ExpectedCustomer> customers = new LinkedHashMap<>();
    final Map<String, ExpectedProduct> products = new LinkedHashMap<>();
    final Map<UUID, ExpectedOrder> orders = new LinkedHashMap<>();

    Collection<ExpectedOrder> ordersOf(UUID customer) {
        return orders.values().stream()
                .filter(order -> order.customerId.equals(customer))
                .toList();
    }

    @Nullable
    String nameOf(ExpectedOrder order) {
        return customers.get(order.customerId).name();
    }

    /** What follows when an order has been placed: its stock is reserved; what is short has it rejected. */
    boolean reserve(ExpectedOrder order) {
        List<String> shortOf = new ArrayList<>();
        order.demand().forEach((sku, units) -> {
            if (!products.get(sku).reserve(order.id, units)) {
                shortOf.add(sku);
            }
        });
        if (shortOf.isEmpty()) {
            order.askForPayment();
            return true;
        }
        release(order);
        order.reject("OUT_OF_STOCK", shortOf);
        return false;
    }

    void release(ExpectedOrder order) {
        order.demand().keySet().forEach(sku -> products.get(sku).release(order.id));
    }

    void commit(ExpectedOrder order, Map<UUID, Integer> items) {
        Map<String, Integer> units = new TreeMap<>();
        items.forEach((line, quantity) -> units.merge(order.now.lines.get(line).sku(), quantity, Integer::sum));
        units.forEach((sku, quantity) -> products.get(sku).commit(order.id, quantity));
    }

    /** As {@code GET /customers/{id}} shows it. */
    Map<String, Object> view(ExpectedCustomer customer) {
        Map<String, Long> states = new TreeMap<>();
        Map<String, BigDecimal> value = new TreeMap<>();
        Map<String, Object> view = new TreeMap<>();
        for (ExpectedOrder order : ordersOf(customer.id)) {
            states.merge(order.now.status, 1L, Long::sum);
            if (order.now.is("CONFIRMED", "PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED")) {
                value.merge(order.now.currency, order.now.total(), BigDecimal::add);
            }
            String orderedAt = order.now.orderedAt.toString();
            view.merge("lastOrderedAt", orderedAt, (one, other) -> later((String) one, (String) other));
        }
        view.putAll(Map.of(
                "customerId", customer.id.toString(),
                "name", String.valueOf(customer.name()),
                "email", customer.email,
                "erased", false,
                "orders", states,
                "lifetimeValue",
                        value.entrySet().stream()
                                .map(sum -> Amount.json(sum.getValue(), sum.getKey()))
                                .toList(),
                "registeredAt", customer.registeredAt().toString(),
                "updatedAt", customer.changedAt().toString(),
                "version", customer.version));
        return view;
    }

    /** Times of whole seconds, all written in the same length. */
    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    Line line(UUID id, String sku, int quantity, BigDecimal price) {
        return new Line(id, sku, products.get(sku).name, quantity, price);
    }
}
