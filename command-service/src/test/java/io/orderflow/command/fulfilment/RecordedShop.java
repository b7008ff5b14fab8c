package io.orderflow.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.ItemQuantityChanged;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderItemAdded;
import io.orderflow.api.order.event.OrderItemRemoved;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.OrderRejected;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.event.StockAdjusted;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.command.order.OrderModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the events alone say of a shop: legal states one after another, right totals, stock that is never short. */
final class RecordedShop {

    private static final Map<OrderStatus, Set<OrderStatus>> LEGAL = Map.of(
            OrderStatus.PENDING, Set.of(OrderStatus.PENDING, OrderStatus.PLACED, OrderStatus.CANCELLED),
            OrderStatus.PLACED, Set.of(OrderStatus.CONFIRMED, OrderStatus.REJECTED, OrderStatus.CANCELLED),
            OrderStatus.CONFIRMED, Set.of(OrderStatus.PARTIALLY_SHIPPED, OrderStatus.SHIPPED, OrderStatus.CANCELLED),
            OrderStatus.PARTIALLY_SHIPPED, Set.of(OrderStatus.PARTIALLY_SHIPPED, OrderStatus.SHIPPED),
            OrderStatus.SHIPPED, Set.of(OrderStatus.DELIVERED),
            OrderStatus.DELIVERED, Set.of(),
            OrderStatus.CANCELLED, Set.of(),
            OrderStatus.REJECTED, Set.of());

    private final Map<UUID, OrderStatus> states = new HashMap<>();
    private final Map<UUID, Long> versions = new HashMap<>();

    /** Takes what one command has led to, after the model has taken the command. */
    void take(List<Object> events, ShopModel model) {
        for (Object event : events) {
            if (event instanceof OrderEvent about) {
                take(about);
                Money total = total(about);
                if (total != null) {
                    assertThat(total)
                            .as("%s", about)
                            .isEqualTo(model.orders().get(about.orderId()).total());
                }
            } else if (event instanceof StockEvent about) {
                StockLevel level = level(about);
                if (level != null) {
                    assertThat(level.available()).as("%s", about).isNotNegative();
                    assertThat(Math.min(level.reserved(), level.committed()))
                            .as("%s", about)
                            .isNotNegative();
                    assertThat(level).as("%s", about).isEqualTo(model.level(about.sku()));
                }
            }
        }
    }

    /** Compares where the events led with where the model is. */
    void compare(ShopModel model) {
        Map<UUID, OrderStatus> expectedStates = new HashMap<>();
        Map<UUID, Long> expectedVersions = new HashMap<>();
        for (Map.Entry<UUID, OrderModel> order : model.orders().entrySet()) {
            expectedStates.put(order.getKey(), order.getValue().status());
            expectedVersions.put(order.getKey(), order.getValue().version());
        }
        assertThat(states).isEqualTo(expectedStates);
        assertThat(versions).isEqualTo(expectedVersions);
    }

    private void take(OrderEvent event) {
        OrderStatus before = states.get(event.orderId());
        OrderStatus after = stateAfter(event, before);
        if (before == null) {
            assertThat(event).isInstanceOf(OrderCreated.class);
        } else {
            assertThat(LEGAL.get(before)).as("after %s: %s", before, event).contains(after);
        }
        states.put(event.orderId(), after);
        versions.merge(event.orderId(), 0L, (version, none) -> version + 1);
    }

    private static OrderStatus stateAfter(OrderEvent event, @Nullable OrderStatus before) {
        if (event instanceof OrderCreated) {
            return OrderStatus.PENDING;
        } else if (event instanceof OrderPlaced) {
            return OrderStatus.PLACED;
        } else if (event instanceof OrderConfirmed) {
            return OrderStatus.CONFIRMED;
        } else if (event instanceof OrderRejected) {
            return OrderStatus.REJECTED;
        } else if (event instanceof OrderCancelled || event instanceof OrderExpired) {
            return OrderStatus.CANCELLED;
        } else if (event instanceof OrderDelivered) {
            return OrderStatus.DELIVERED;
        } else if (event instanceof ItemsShipped shipped) {
            return shipped.complete() ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
        }
        assertThat(before).as("%s", event).isEqualTo(OrderStatus.PENDING);
        return OrderStatus.PENDING;
    }

    private static @Nullable Money total(OrderEvent event) {
        if (event instanceof OrderCreated created) {
            return created.total();
        } else if (event instanceof OrderItemAdded added) {
            return added.total();
        } else if (event instanceof ItemQuantityChanged changed) {
            return changed.total();
        } else if (event instanceof OrderItemRemoved removed) {
            return removed.total();
        }
        return event instanceof OrderPlaced placed ? placed.total() : null;
    }

    private static @Nullable StockLevel level(StockEvent event) {
        if (event instanceof StockRegistered registered) {
            return registered.level();
        } else if (event instanceof StockAdjusted adjusted) {
            return adjusted.level();
        } else if (event instanceof StockReserved reserved) {
            return reserved.level();
        } else if (event instanceof StockReleased released) {
            return released.level();
        }
        return event instanceof StockCommitted committed ? committed.level() : null;
    }

    /** The order whose process is told an event, if any is. */
    static @Nullable UUID orderOf(Object event) {
        if (event instanceof OrderEvent about) {
            return about.orderId();
        } else if (event instanceof PaymentEvent about) {
            return about.orderId();
        } else if (event instanceof StockReserved about) {
            return about.orderId();
        }
        return event instanceof StockReservationRefused about ? about.orderId() : null;
    }
}
