package io.orderflow.cli.demo;

import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.NewShipment;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Writes the script of one order: what a buyer, a shop and a warehouse would do with it, and when. */
final class DemoOrder {

    private final Orders orders;
    private final SplittableRandom random;
    private final Buyer buyer;
    private final List<NewLine> lines;
    private final NewOrder order;
    private final List<Act> acts = new ArrayList<>();

    DemoOrder(Orders orders, SplittableRandom random) {
        this.orders = orders;
        this.random = random;
        this.buyer = Buyer.ALL.get(random.nextInt(Buyer.ALL.size()));
        this.lines = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            lines.add(anyLine());
        }
        this.order = NewOrder.pending(buyer.id(), Product.CURRENCY, lines, buyer.address(random.nextInt(1, 90)));
    }

    List<Act> script(Scenario scenario) {
        switch (scenario) {
            case BOUGHT -> bought("tok_approve").shipped();
            case BOUGHT_AND_DELIVERED -> bought("tok_approve").shipped().delivered();
            case SHIPPED_IN_PARTS -> bought("tok_approve").shippedInParts();
            case EDITED_FIRST -> pending().edited().placed().shipped();
            case LEFT_IN_THE_CART -> pending();
            case CHANGED_MIND -> pending().cancelled("changed my mind");
            case CANCELLED_AFTER_CONFIRMATION ->
                bought("tok_approve").confirmed().cancelled("ordered twice by mistake");
            case PAYMENT_DECLINED -> bought("tok_decline");
            case PAYMENT_LATE -> bought("tok_late").shipped();
            case PAYMENT_SILENT -> bought("tok_never");
            case OUT_OF_STOCK -> {
                lines.add(Product.RARE.line(1_000));
                bought("tok_approve");
            }
        }
        return acts;
    }

    private DemoOrder bought(String token) {
        return then(0, () -> orders.create(order.placedWith(token)));
    }

    private DemoOrder pending() {
        return then(0, () -> orders.create(order));
    }

    private DemoOrder placed() {
        return then(2_000, () -> orders.place(id(), "tok_approve"));
    }

    private DemoOrder edited() {
        then(1_500, () -> orders.addItem(id(), anyLine()));
        then(1_500, () -> orders.changeQuantity(id(), lines.get(0).lineId(), random.nextInt(2, 6)));
        if (lines.size() > 1) {
            then(1_000, () -> orders.removeItem(id(), lines.get(1).lineId()));
        }
        return then(1_000, () -> orders.changeAddress(id(), buyer.address(random.nextInt(90, 99))));
    }

    private DemoOrder confirmed() {
        acts.add(Act.whenTrue(() -> orders.find(id())
                .filter(view -> view.status() == OrderStatus.CONFIRMED)
                .isPresent()));
        return this;
    }

    private DemoOrder shipped() {
        return confirmed().then(random.nextLong(500, 4_000), () -> ship(false));
    }

    private DemoOrder shippedInParts() {
        confirmed().then(1_000, () -> ship(true));
        acts.add(Act.whenTrue(() -> orders.find(id())
                .filter(view -> view.status() != OrderStatus.CONFIRMED)
                .isPresent()));
        return then(4_000, () -> ship(false));
    }

    private DemoOrder delivered() {
        return then(4_000, () -> orders.deliver(id()));
    }

    private DemoOrder cancelled(String reason) {
        return then(2_000, () -> orders.cancel(id(), reason));
    }

    private void ship(boolean onlyOneUnit) {
        OrderView view = orders.find(id()).orElseThrow();
        List<NewShipment.Item> rest = view.lines().stream()
                .filter(line -> line.quantity() > line.shippedQuantity())
                .map(line ->
                        new NewShipment.Item(line.lineId(), onlyOneUnit ? 1 : line.quantity() - line.shippedQuantity()))
                .limit(onlyOneUnit ? 1 : Integer.MAX_VALUE)
                .toList();
        if (!rest.isEmpty()) {
            orders.ship(id(), new NewShipment(rest, "Parcel Post", "PP" + random.nextInt(1_000_000, 9_999_999), null));
        }
    }

    private DemoOrder then(long pauseMillis, Runnable command) {
        acts.add(Act.once(pauseMillis, command));
        return this;
    }

    private NewLine anyLine() {
        return Product.ALL.get(random.nextInt(Product.ALL.size())).line(random.nextInt(1, 4));
    }

    private UUID id() {
        return order.orderId();
    }
}
