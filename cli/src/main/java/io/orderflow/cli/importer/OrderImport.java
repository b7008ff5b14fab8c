package io.orderflow.cli.importer;

import io.orderflow.client.OrderflowClient;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Imports what a file holds: customers, then stock, then the orders, each as far as it is not there yet. */
final class OrderImport {

    private final OrderflowClient client;
    private final Pipeline pipeline;
    private final PrintWriter out;

    OrderImport(OrderflowClient client, Pipeline pipeline, PrintWriter out) {
        this.client = client;
        this.pipeline = pipeline;
        this.out = out;
    }

    ImportReport run(OrderBook book) {
        long start = System.nanoTime();
        Pipeline.Result customers = run(
                "customers",
                book.customers().stream()
                        .map(customer -> new CustomerErrand(client, customer))
                        .toList());
        Pipeline.Result products = run(
                "products",
                book.products().stream()
                        .map(product -> new StockErrand(client, product))
                        .toList());
        OrderTally tally = new OrderTally();
        long startOfOrders = System.nanoTime();
        Pipeline.Result orders = run(
                "orders",
                book.orders().stream()
                        .map(order -> new OrderErrand(client, order, tally))
                        .toList());
        long end = System.nanoTime();
        List<String> failures = new ArrayList<>();
        book.bad().forEach(bad -> failures.add(bad.toString()));
        failures.addAll(customers.failures());
        failures.addAll(products.failures());
        failures.addAll(orders.failures());
        return new ImportReport(
                customers, products, orders, tally, (end - start) / 1e9, (end - startOfOrders) / 1e9, failures);
    }

    private Pipeline.Result run(String what, List<? extends Errand> errands) {
        return pipeline.run(errands, Progress.of(what, errands.size(), out));
    }
}
