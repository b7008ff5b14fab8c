package io.orderflow.command.stock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.api.stock.command.CommitStock;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.command.ReleaseStock;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.event.StockAdjusted;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.command.platform.repetition.AnsweredRequests;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides who gets the units of one product: reserved and committed together never exceed what is on hand. Its snapshots
 * are its fields as JSON; a change of the fields needs another revision, so that older snapshots are passed over.
 */
@Aggregate(snapshotTriggerDefinition = "productStockSnapshots", lockFactory = "aggregateLocks")
@Revision("2")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
class ProductStock {

    private static final long LARGEST_ON_HAND = 1_000_000_000;

    @AggregateIdentifier
    private @Nullable String stream;

    // no field that a snapshot restores is final: Jackson 3 silently leaves final fields as they are
    private boolean registered;
    private StockLevel level = new StockLevel(0, 0, 0);
    private Reservations reservations = new Reservations();

    @AggregateMember
    private AnsweredRequests answered = new AnsweredRequests();

    private ProductStock() {}

    @CommandHandlerInterceptor
    @Nullable
    Object answerOnce(CommandMessage<?> command, InterceptorChain handler) throws Exception {
        return answered.answer(command, handler);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RegisterStock command) {
        if (registered) {
            throw new RuleViolated(
                    ErrorCode.STOCK_ALREADY_REGISTERED, "stock of %s is registered already".formatted(command.sku()));
        }
        if (command.onHand() < 0) {
            throw new RuleViolated(ErrorCode.VALIDATION_FAILED, "stock cannot be negative");
        }
        requireNotTooLarge(command.onHand());
        apply(new StockRegistered(
                command.sku(), command.productName(), new StockLevel(command.onHand(), 0, 0), StockUnit.PIECE));
        return getVersion();
    }

    @CommandHandler
    long handle(AdjustStock command) {
        if (!registered) {
            throw new RuleViolated(ErrorCode.STOCK_NOT_FOUND, "there is no stock of %s".formatted(command.sku()));
        }
        if (command.delta() == 0) {
            throw new RuleViolated(ErrorCode.VALIDATION_FAILED, "an adjustment by nothing is none");
        }
        // compared before it is added: a delta near the largest long would overflow
        requireNotTooLarge(Math.min(command.delta(), LARGEST_ON_HAND + 1) + level.onHand());
        StockLevel after = new StockLevel(level.onHand() + command.delta(), level.reserved(), level.committed());
        if (after.available() < 0) {
            throw new RuleViolated(
                    ErrorCode.STOCK_BELOW_PROMISED,
                    "%d would be on hand, %d are reserved and %d committed"
                            .formatted(after.onHand(), after.reserved(), after.committed()));
        }
        apply(new StockAdjusted(command.sku(), command.delta(), command.reason(), after));
        return getVersion();
    }

    /** Creates the stream of an unknown product too: the refusal must be an event, because a process waits for it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(ReserveStock command) {
        if (reservations.isKnown(command.orderId())) {
            return getVersion();
        }
        requirePositive(command.quantity());
        if (command.quantity() > level.available()) {
            apply(new StockReservationRefused(command.sku(), command.orderId(), command.quantity(), level.available()));
        } else {
            apply(new StockReserved(
                    command.sku(),
                    command.orderId(),
                    command.quantity(),
                    new StockLevel(level.onHand(), level.reserved() + command.quantity(), level.committed())));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(ReleaseStock command) {
        long held = reservations.heldFor(command.orderId());
        if (held > 0) {
            apply(new StockReleased(
                    command.sku(),
                    command.orderId(),
                    held,
                    new StockLevel(level.onHand(), level.reserved() - held, level.committed())));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(CommitStock command) {
        if (reservations.isCommitted(command.orderId(), command.shipmentId())) {
            return getVersion();
        }
        requirePositive(command.quantity());
        long held = reservations.heldFor(command.orderId());
        if (command.quantity() > held) {
            throw new RuleViolated(
                    ErrorCode.SHIPMENT_EXCEEDS_ORDER,
                    "%d of %s shipped, %d held for order %s"
                            .formatted(command.quantity(), command.sku(), held, command.orderId()));
        }
        apply(new StockCommitted(
                command.sku(),
                command.orderId(),
                command.shipmentId(),
                command.quantity(),
                new StockLevel(
                        level.onHand(),
                        level.reserved() - command.quantity(),
                        level.committed() + command.quantity())));
        return getVersion();
    }

    private static void requireNotTooLarge(long onHand) {
        if (onHand > LARGEST_ON_HAND) {
            throw new RuleViolated(ErrorCode.STOCK_TOO_LARGE, "at most %d can be on hand".formatted(LARGEST_ON_HAND));
        }
    }

    private static void requirePositive(long quantity) {
        if (quantity < 1) {
            throw new RuleViolated(ErrorCode.VALIDATION_FAILED, "a quantity is at least 1");
        }
    }

    @EventSourcingHandler
    void on(StockRegistered event) {
        stream = StockEvent.streamOf(event.sku());
        registered = true;
        level = event.level();
    }

    @EventSourcingHandler
    void on(StockAdjusted event) {
        level = event.level();
    }

    @EventSourcingHandler
    void on(StockReserved event) {
        level = event.level();
        reservations.hold(event.orderId(), event.quantity());
    }

    @EventSourcingHandler
    void on(StockReservationRefused event) {
        stream = StockEvent.streamOf(event.sku());
        reservations.settle(event.orderId());
    }

    @EventSourcingHandler
    void on(StockReleased event) {
        level = event.level();
        reservations.settle(event.orderId());
    }

    @EventSourcingHandler
    void on(StockCommitted event) {
        level = event.level();
        reservations.commit(event.orderId(), event.shipmentId(), event.quantity());
    }
}
