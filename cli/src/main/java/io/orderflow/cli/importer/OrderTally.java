package io.orderflow.cli.importer;

import io.orderflow.client.OrderView;
import java.math.BigDecimal;

/** Adds up what the services say about the orders. */
final class OrderTally {

    private int shipped;
    private int rejected;
    private long lines;
    private BigDecimal total = BigDecimal.ZERO;

    synchronized void shipped(OrderView view) {
        shipped++;
        lines += view.lines().size();
        total = total.add(view.total().amount());
    }

    synchronized void rejected() {
        rejected++;
    }

    synchronized int shippedOrders() {
        return shipped;
    }

    synchronized int rejectedOrders() {
        return rejected;
    }

    synchronized long lines() {
        return lines;
    }

    synchronized BigDecimal total() {
        return total;
    }
}
