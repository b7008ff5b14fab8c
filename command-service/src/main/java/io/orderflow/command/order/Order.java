package io.orderflow.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.api.order.command.ChangeShippingAddress;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.ExpireOrder;
import io.orderflow.api.order.command.MarkDelivered;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.api.order.command.RejectOrder;
import io.orderflow.api.order.command.RemoveOrderItem;
import io.orderflow.api.order.command.ShipItems;
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
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.command.platform.repetition.AnsweredRequests;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides every command about one order: its lines, its money, its states, and what of it may be shipped. */
@Aggregate(lockFactory = "aggregateLocks")
class Order {

    private static final Set<OrderStatus> CANCELLABLE =
            EnumSet.of(OrderStatus.PENDING, OrderStatus.PLACED, OrderStatus.CONFIRMED);
    private static final Set<OrderStatus> SHIPPABLE = EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.PARTIALLY_SHIPPED);

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable OrderStatus status;
    private @Nullable UUID customerId;
    private @Nullable Address shippingAddress;
    private final OrderLines lines = new OrderLines();
    private final ShippedUnits shipped = new ShippedUnits();

    @AggregateMember
    private final AnsweredRequests answered = new AnsweredRequests();

    private Order() {}

    @CommandHandlerInterceptor
    @Nullable
    Object answerOnce(CommandMessage<?> command, InterceptorChain handler) throws Exception {
        return answered.answer(command, handler);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(CreateOrder command) {
        if (status != null) {
            throw new RuleViolated(
                    ErrorCode.ORDER_ALREADY_EXISTS, "order %s exists already".formatted(command.orderId()));
        }
        Money total = OrderLines.totalOfNew(command.currency(), command.lines());
        apply(new OrderCreated(
                command.orderId(),
                command.customerId(),
                command.currency(),
                command.lines(),
                total,
                command.shippingAddress(),
                command.orderedAt(),
                command.placement() == null ? command.expiresAt() : null));
        if (command.placement() != null) {
            place(command.orderId(), command.placement().paymentToken());
        }
        return getVersion();
    }

    @CommandHandler
    long handle(AddOrderItem command) {
        requirePending();
        Money total = lines.totalWith(command.line());
        apply(new OrderItemAdded(command.orderId(), command.line(), total));
        return getVersion();
    }

    @CommandHandler
    long handle(ChangeItemQuantity command, @MetaDataValue(MetadataKeys.IDEMPOTENCY_KEY) @Nullable String key) {
        requirePending();
        if (lines.get(command.lineId()).quantity() != command.quantity() || key != null) {
            Money total = lines.totalWithQuantity(command.lineId(), command.quantity());
            apply(new ItemQuantityChanged(command.orderId(), command.lineId(), command.quantity(), total));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(RemoveOrderItem command) {
        requirePending();
        Money total = lines.totalWithout(command.lineId());
        apply(new OrderItemRemoved(command.orderId(), command.lineId(), total));
        return getVersion();
    }

    @CommandHandler
    long handle(ChangeShippingAddress command, @MetaDataValue(MetadataKeys.IDEMPOTENCY_KEY) @Nullable String key) {
        requirePending();
        if (!command.shippingAddress().equals(shippingAddress) || key != null) {
            apply(new ShippingAddressChanged(command.orderId(), command.shippingAddress()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(PlaceOrder command) {
        requirePending();
        place(command.orderId(), command.paymentToken());
        return getVersion();
    }

    @CommandHandler
    long handle(ExpireOrder command) {
        if (status == OrderStatus.PENDING) {
            apply(new OrderExpired(command.orderId()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(ConfirmOrder command) {
        if (status == OrderStatus.PLACED) {
            apply(new OrderConfirmed(command.orderId()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(RejectOrder command) {
        if (status == OrderStatus.PLACED) {
            apply(new OrderRejected(command.orderId(), command.reason(), command.sku(), command.detail()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(CancelOrder command) {
        require(CANCELLABLE, ErrorCode.ORDER_NOT_CANCELLABLE);
        apply(new OrderCancelled(command.orderId(), command.reason()));
        return getVersion();
    }

    @CommandHandler
    long handle(ShipItems command) {
        if (shipped.isRepeated(command)) {
            return getVersion();
        }
        require(SHIPPABLE, ErrorCode.ORDER_NOT_SHIPPABLE);
        ShippedUnits.Shipment shipment = shipped.plan(command, lines);
        apply(new ItemsShipped(
                command.orderId(),
                command.shipmentId(),
                shipment.items(),
                shipment.amount(),
                command.carrier(),
                command.trackingNumber(),
                command.shippedAt(),
                shipment.complete()));
        return getVersion();
    }

    @CommandHandler
    long handle(MarkDelivered command) {
        require(EnumSet.of(OrderStatus.SHIPPED), ErrorCode.ORDER_NOT_DELIVERABLE);
        apply(new OrderDelivered(command.orderId()));
        return getVersion();
    }

    private void place(UUID orderId, String paymentToken) {
        apply(new OrderPlaced(orderId, Objects.requireNonNull(customerId), lines.all(), lines.total(), paymentToken));
    }

    private void requirePending() {
        require(EnumSet.of(OrderStatus.PENDING), ErrorCode.ORDER_NOT_PENDING);
    }

    private void require(Set<OrderStatus> allowed, ErrorCode otherwise) {
        if (status == null || !allowed.contains(status)) {
            throw new RuleViolated(otherwise, "the order is %s".formatted(status));
        }
    }

    @EventSourcingHandler
    void on(OrderCreated event) {
        stream = OrderEvent.streamOf(event.orderId());
        status = OrderStatus.PENDING;
        customerId = event.customerId();
        shippingAddress = event.shippingAddress();
        event.lines().forEach(lines::put);
    }

    @EventSourcingHandler
    void on(OrderItemAdded event) {
        lines.put(event.line());
    }

    @EventSourcingHandler
    void on(ItemQuantityChanged event) {
        lines.put(lines.get(event.lineId()).withQuantity(event.quantity()));
    }

    @EventSourcingHandler
    void on(OrderItemRemoved event) {
        lines.remove(event.lineId());
    }

    @EventSourcingHandler
    void on(ShippingAddressChanged event) {
        shippingAddress = event.shippingAddress();
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        status = OrderStatus.PLACED;
    }

    @EventSourcingHandler
    void on(OrderExpired event) {
        status = OrderStatus.CANCELLED;
    }

    @EventSourcingHandler
    void on(OrderConfirmed event) {
        status = OrderStatus.CONFIRMED;
    }

    @EventSourcingHandler
    void on(OrderRejected event) {
        status = OrderStatus.REJECTED;
    }

    @EventSourcingHandler
    void on(OrderCancelled event) {
        status = OrderStatus.CANCELLED;
    }

    @EventSourcingHandler
    void on(ItemsShipped event) {
        shipped.add(event.shipmentId(), event.items());
        status = event.complete() ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
    }

    @EventSourcingHandler
    void on(OrderDelivered event) {
        status = OrderStatus.DELIVERED;
    }
}
