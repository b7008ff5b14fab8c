package io.orderflow.cli.importer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file holds. An order with a bad line is left out whole: part of an order is another order.
 *
 * @param customers the customers of the orders, by the first name each has
 * @param products the products of the orders, by the first name each has, with all units ordered
 * @param orders the orders, in the order of the file
 * @param bad the lines that cannot be sent
 */
record OrderBook(List<Customer> customers, List<Product> products, List<FileOrder> orders, List<BadLine> bad) {

    record Customer(String id, String name) {}

    record Product(String sku, String name, long ordered) {}

    static OrderBook of(List<FileLine> lines, List<BadLine> unreadable) {
        List<BadLine> bad = new ArrayList<>(unreadable);
        Map<String, List<FileLine>> byOrder = new LinkedHashMap<>();
        for (FileLine line : lines) {
            byOrder.computeIfAbsent(line.order().orderId(), id -> new ArrayList<>())
                    .add(line);
        }
        byOrder.values().forEach(order -> bad.addAll(contradictions(order)));
        Set<String> leftOut =
                bad.stream().map(BadLine::orderId).filter(Objects::nonNull).collect(Collectors.toSet());
        List<FileOrder> orders = byOrder.values().stream()
                .map(order -> new FileOrder(order.get(0).order(), List.copyOf(order)))
                .filter(order -> !leftOut.contains(order.name()))
                .toList();
        return new OrderBook(customersOf(orders), productsOf(orders), orders, List.copyOf(bad));
    }

    int lineCount() {
        return orders.stream().mapToInt(order -> order.lines().size()).sum();
    }

    BigDecimal total() {
        return orders.stream().map(FileOrder::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BadLine> contradictions(List<FileLine> order) {
        List<BadLine> bad = new ArrayList<>();
        Set<String> rows = new HashSet<>();
        FileLine first = order.get(0);
        for (FileLine line : order) {
            String orderId = line.order().orderId();
            if (!line.order().equals(first.order())) {
                bad.add(new BadLine(
                        line.number(), orderId, "its customer, dates or address differ from line " + first.number()));
            }
            if (!rows.add(line.rowId())) {
                bad.add(new BadLine(line.number(), orderId, "Row ID " + line.rowId() + " is in this order twice"));
            }
        }
        return bad;
    }

    private static List<Customer> customersOf(List<FileOrder> orders) {
        Map<String, Customer> customers = new LinkedHashMap<>();
        for (FileOrder order : orders) {
            String id = order.head().customerId();
            customers.putIfAbsent(id, new Customer(id, order.head().customerName()));
        }
        return List.copyOf(customers.values());
    }

    private static List<Product> productsOf(List<FileOrder> orders) {
        Map<String, Product> products = new LinkedHashMap<>();
        orders.stream()
                .map(FileOrder::lines)
                .flatMap(Collection::stream)
                .forEach(line -> products.merge(
                        line.sku(),
                        new Product(line.sku(), line.productName(), line.quantity()),
                        (known, more) -> new Product(known.sku(), known.name(), known.ordered() + more.ordered())));
        return List.copyOf(products.values());
    }
}
