package io.orderflow.command.order;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.api.order.command.ChangeShippingAddress;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.ExpireOrder;
import io.orderflow.api.order.command.MarkDelivered;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.api.order.command.RejectOrder;
import io.orderflow.api.order.command.RemoveOrderItem;
import io.orderflow.api.order.command.ShipItems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as a person would keep it on paper: a status, lines, an address, and units left to ship. */
public final class OrderModel {

    final String currency;
    final Map<UUID, OrderLine> lines = new LinkedHashMap<>();
    OrderStatus status = OrderStatus.PENDING;
    long version;

    private @Nullable Address address;

    private final Map<UUID, Map<UUID, Integer>> shipments = new HashMap<>();
    private final Map<UUID, Integer> left = new HashMap<>();

    OrderModel(String currency) {
        this.currency = currency;
    }

    /** What a creation that is not refused leads to. */
    public static OrderModel of(CreateOrder creation) {
        OrderModel order = new OrderModel(creation.currency());
        creation.lines().forEach(order::created);
        order.address = creation.shippingAddress();
        if (creation.placement() != null) {
            order.become(OrderStatus.PLACED);
        }
        return order;
    }

    public OrderStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public Collection<OrderLine> lines() {
        return lines.values();
    }

    /** Units of a line that have not been shipped; of a line of a placed order. */
    public int left(UUID lineId) {
        return left.getOrDefault(lineId, 0);
    }

    void created(OrderLine line) {
        lines.put(line.lineId(), line);
    }

    public Money total() {
        int scale = Currency.getInstance(currency).getDefaultFractionDigits();
        BigDecimal total = BigDecimal.ZERO.setScale(scale);
        for (OrderLine line : lines.values()) {
            BigDecimal exact = line.unitPrice().amount().multiply(new BigDecimal(line.quantity()));
            total = total.add(exact.setScale(scale, RoundingMode.HALF_EVEN));
        }
        return new Money(total, currency);
    }

    boolean isShipped() {
        return status == OrderStatus.SHIPPED || status == OrderStatus.DELIVERED;
    }

    /** The code of the refusal, or the version after it; the model has changed when it returns. */
    Object expect(OrderCommand command) {
        if (command instanceof CreateOrder) {
            return ErrorCode.ORDER_ALREADY_EXISTS;
        } else if (command instanceof AddOrderItem add) {
            return status == OrderStatus.PENDING ? add(add.line()) : ErrorCode.ORDER_NOT_PENDING;
        } else if (command instanceof ChangeItemQuantity change) {
            return status == OrderStatus.PENDING ? change(change) : ErrorCode.ORDER_NOT_PENDING;
        } else if (command instanceof RemoveOrderItem remove) {
            return status == OrderStatus.PENDING ? remove(remove.lineId()) : ErrorCode.ORDER_NOT_PENDING;
        } else if (command instanceof ChangeShippingAddress change) {
            return status == OrderStatus.PENDING ? shipTo(change.shippingAddress()) : ErrorCode.ORDER_NOT_PENDING;
        } else if (command instanceof PlaceOrder) {
            return status == OrderStatus.PENDING ? become(OrderStatus.PLACED) : ErrorCode.ORDER_NOT_PENDING;
        } else if (command instanceof ConfirmOrder) {
            return status == OrderStatus.PLACED ? become(OrderStatus.CONFIRMED) : version;
        } else if (command instanceof RejectOrder) {
            return status == OrderStatus.PLACED ? become(OrderStatus.REJECTED) : version;
        } else if (command instanceof ExpireOrder) {
            return status == OrderStatus.PENDING ? become(OrderStatus.CANCELLED) : version;
        } else if (command instanceof CancelOrder) {
            return Set.of(OrderStatus.PENDING, OrderStatus.PLACED, OrderStatus.CONFIRMED)
                            .contains(status)
                    ? become(OrderStatus.CANCELLED)
                    : ErrorCode.ORDER_NOT_CANCELLABLE;
        } else if (command instanceof MarkDelivered) {
            return status == OrderStatus.SHIPPED ? become(OrderStatus.DELIVERED) : ErrorCode.ORDER_NOT_DELIVERABLE;
        } else if (command instanceof ShipItems ship) {
            return ship(ship);
        }
        throw new IllegalArgumentException("the model does not know " + command);
    }

    private Object add(OrderLine line) {
        if (lines.containsKey(line.lineId())) {
            return ErrorCode.LINE_ALREADY_EXISTS;
        } else if (!line.unitPrice().currency().equals(currency)) {
            return ErrorCode.CURRENCY_MISMATCH;
        } else if (line.quantity() < 1) {
            return ErrorCode.VALIDATION_FAILED;
        }
        lines.put(line.lineId(), line);
        return ++version;
    }

    private Object change(ChangeItemQuantity command) {
        OrderLine line = lines.get(command.lineId());
        if (line == null) {
            return ErrorCode.LINE_NOT_FOUND;
        } else if (command.quantity() < 1) {
            return ErrorCode.VALIDATION_FAILED;
        } else if (line.quantity() == command.quantity()) {
            return version;
        }
        lines.put(command.lineId(), line.withQuantity(command.quantity()));
        return ++version;
    }

    private Object remove(UUID lineId) {
        if (!lines.containsKey(lineId)) {
            return ErrorCode.LINE_NOT_FOUND;
        } else if (lines.size() == 1) {
            return ErrorCode.LAST_LINE;
        }
        lines.remove(lineId);
        return ++version;
    }

    private Object shipTo(Address next) {
        version += next.equals(address) ? 0 : 1;
        address = next;
        return version;
    }

    private Object ship(ShipItems command) {
        Map<UUID, Integer> units = new LinkedHashMap<>();
        command.items().forEach(item -> units.merge(item.lineId(), item.quantity(), Integer::sum));
        Map<UUID, Integer> recorded = shipments.get(command.shipmentId());
        if (units.equals(recorded)) {
            return version;
        } else if (recorded != null
                || !Set.of(OrderStatus.CONFIRMED, OrderStatus.PARTIALLY_SHIPPED).contains(status)) {
            return ErrorCode.ORDER_NOT_SHIPPABLE;
        }
        for (Map.Entry<UUID, Integer> wanted : units.entrySet()) {
            if (!left.containsKey(wanted.getKey())) {
                return ErrorCode.LINE_NOT_FOUND;
            } else if (wanted.getValue() > left.get(wanted.getKey())) {
                return ErrorCode.SHIPMENT_EXCEEDS_ORDER;
            }
        }
        units.forEach((line, quantity) -> left.merge(line, -quantity, Integer::sum));
        shipments.put(command.shipmentId(), units);
        boolean complete = left.values().stream().allMatch(remaining -> remaining == 0);
        return become(complete ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED);
    }

    private Object become(OrderStatus next) {
        if (next == OrderStatus.PLACED) {
            lines.values().forEach(line -> left.put(line.lineId(), line.quantity()));
        }
        status = next;
        return ++version;
    }
}
