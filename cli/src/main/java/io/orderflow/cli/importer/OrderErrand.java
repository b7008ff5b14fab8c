package io.orderflow.cli.importer;

import io.orderflow.client.ApiProblem;
import io.orderflow.client.NewOrder;
import io.orderflow.client.NewShipment;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.OrderflowClient;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings one order from wherever it is to SHIPPED. What remains to be done follows from the order's view alone. A view
 * may be behind, so a step may be taken twice; the service answers or refuses the second one without doing it again.
 */
final class OrderErrand implements Errand {

    private static final Set<String> MAYBE_DONE_ALREADY =
            Set.of("ORDER_NOT_PENDING", "ORDER_NOT_SHIPPABLE", "SHIPMENT_EXCEEDS_ORDER");

    private final OrderflowClient client;
    private final FileOrder order;
    private final OrderTally tally;
    private boolean created;
    private boolean wasThere;
    private @Nullable OrderStatus lastSeen;

    OrderErrand(OrderflowClient client, FileOrder order, OrderTally tally) {
        this.client = client;
        this.order = order;
        this.tally = tally;
    }

    @Override
    public String name() {
        return "order " + order.name();
    }

    @Override
    public Step next() {
        if (!created) {
            return create();
        }
        return client.orders()
                .find(order.orderId())
                .map(this::follow)
                .orElseGet(() -> new Step.Waiting("created, but not visible in the query service"));
    }

    private Step create() {
        try {
            NewOrder newOrder = order.toNewOrder();
            OrderAck ack =
                    client.orders().withKey(FileIds.key("order", newOrder)).create(newOrder);
            wasThere = ack.repeated();
        } catch (ApiProblem e) {
            if (!e.is("ORDER_ALREADY_EXISTS")) {
                throw e;
            }
            wasThere = true;
        }
        created = true;
        return new Step.Moved();
    }

    private Step follow(OrderView view) {
        if (!isTheSame(view)) {
            return new Step.Refused("another order has its id: %d lines, %s %s, where the file has %d lines, %s"
                    .formatted(
                            view.lines().size(),
                            view.total().amount().toPlainString(),
                            view.total().currency(),
                            order.lines().size(),
                            order.total().toPlainString()));
        }
        boolean moved = view.status() != lastSeen;
        lastSeen = view.status();
        return switch (view.status()) {
            case PENDING ->
                taken(() -> client.orders()
                        .withKey(FileIds.key("placement", order.toNewOrder()))
                        .place(order.orderId(), FileOrder.PAYMENT_TOKEN));
            case CONFIRMED, PARTIALLY_SHIPPED -> ship(view);
            case SHIPPED, DELIVERED -> done(view);
            case REJECTED -> {
                tally.rejected();
                yield new Step.Refused("rejected, "
                        + (view.rejection() == null ? "" : view.rejection().detail()));
            }
            case CANCELLED -> new Step.Refused("cancelled, " + view.cancellationReason());
            case PLACED, UNKNOWN -> moved ? new Step.Moved() : new Step.Waiting("still " + view.status());
        };
    }

    private Step ship(OrderView view) {
        List<NewShipment.Item> rest = view.lines().stream()
                .filter(line -> line.quantity() > line.shippedQuantity())
                .map(line -> new NewShipment.Item(line.lineId(), line.quantity() - line.shippedQuantity()))
                .toList();
        NewShipment shipment =
                new NewShipment(rest, order.head().shipMode(), FileIds.trackingNumber(order.name()), order.shippedAt());
        Step step = taken(() -> client.orders()
                .withKey(FileIds.key("shipment", order.orderId(), shipment))
                .ship(order.orderId(), shipment));
        // acknowledged, so it is durable; there is no need to wait for the read side
        return step instanceof Step.Moved ? done(view) : step;
    }

    private Step taken(Runnable command) {
        try {
            command.run();
            return new Step.Moved();
        } catch (ApiProblem e) {
            if (MAYBE_DONE_ALREADY.contains(e.code())) {
                return new Step.Waiting(e.getMessage());
            }
            throw e;
        }
    }

    private Step done(OrderView view) {
        tally.shipped(view);
        return new Step.Done(wasThere);
    }

    private boolean isTheSame(OrderView view) {
        return view.lines().size() == order.lines().size()
                && view.total().amount().compareTo(order.total()) == 0;
    }
}
