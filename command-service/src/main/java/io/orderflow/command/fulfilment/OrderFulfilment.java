package io.orderflow.command.fulfilment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.ExpireOrder;
import io.orderflow.api.order.command.RejectOrder;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.command.AuthorisePayment;
import io.orderflow.api.payment.command.CapturePayment;
import io.orderflow.api.payment.command.TimeOutPayment;
import io.orderflow.api.payment.command.VoidPayment;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentVoided;
import io.orderflow.api.stock.command.CommitStock;
import io.orderflow.api.stock.command.ReleaseStock;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.command.platform.axon.ProcessCommands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * The process of one order, from its creation until nothing is left to do: reserve the stock of every product, authorise
 * the payment, confirm; then, shipment by shipment, commit stock and capture payment. When a step is refused, what was
 * reserved is released in reverse and the order rejected. It is told every event at least once and each command it sends
 * may be repeated, so it may be killed anywhere.
 */
@Saga(sagaStore = "sagaStore")
@ProcessingGroup(OrderFulfilment.NAME)
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class OrderFulfilment {

    static final String NAME = "order-fulfilment";
    static final String ORDER_EXPIRY = "order-expiry";
    static final String PAYMENT_TIMEOUT = "payment-timeout";

    private static final String ORDER_ID = "orderId";

    private @Nullable UUID orderId;
    // not final, nor are the fields inside: Jackson 3 silently leaves final fields as they are
    private FulfilmentState state = new FulfilmentState();
    private @Nullable String expiryDeadline;
    private @Nullable String paymentDeadline;

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(OrderCreated event, DeadlineManager deadlines) {
        orderId = event.orderId();
        if (event.expiresAt() != null) {
            expiryDeadline = deadlines.schedule(event.expiresAt(), ORDER_EXPIRY, order());
        }
    }

    @DeadlineHandler(deadlineName = ORDER_EXPIRY)
    void orderExpires(UUID order, ProcessCommands commands) {
        expiryDeadline = null;
        commands.send(NAME, new ExpireOrder(order));
    }

    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(OrderPlaced event, DeadlineManager deadlines, ProcessCommands commands) {
        cancelDeadlines(deadlines);
        state.placed(event.lines(), event.total(), event.paymentToken());
        commands.sendAll(
                NAME,
                state.demanded().entrySet().stream()
                        .map(demand -> new ReserveStock(demand.getKey(), order(), demand.getValue()))
                        .toList());
    }

    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(StockReserved event, DeadlineManager deadlines, ProcessCommands commands, FulfilmentSettings settings) {
        if (state.answered(event.sku())) {
            proceedWhenAllAnswered(deadlines, commands, settings);
        }
    }

    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(
            StockReservationRefused event,
            DeadlineManager deadlines,
            ProcessCommands commands,
            FulfilmentSettings settings) {
        if (state.answered(event.sku())) {
            state.refused(
                    event.sku(),
                    "%d of %s wanted, %d available".formatted(event.requested(), event.sku(), event.available()));
            proceedWhenAllAnswered(deadlines, commands, settings);
        }
    }

    private void proceedWhenAllAnswered(
            DeadlineManager deadlines, ProcessCommands commands, FulfilmentSettings settings) {
        if (!state.isStockAnswered()) {
            return;
        }
        String refusedSku = state.refusedSku();
        if (refusedSku != null) {
            reject(RejectionReason.OUT_OF_STOCK, refusedSku, state.refusal(), commands);
            return;
        }
        state.paymentRequested();
        paymentDeadline = deadlines.schedule(settings.paymentTimeout(), PAYMENT_TIMEOUT, order());
        commands.send(NAME, new AuthorisePayment(payment(), order(), state.total(), state.paymentToken()));
    }

    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(PaymentAuthorised event, DeadlineManager deadlines, ProcessCommands commands) {
        if (state.paymentAnswered()) {
            cancelDeadlines(deadlines);
            commands.send(NAME, new ConfirmOrder(order()));
        }
    }

    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(PaymentDeclined event, DeadlineManager deadlines, ProcessCommands commands) {
        if (state.paymentAnswered()) {
            cancelDeadlines(deadlines);
            reject(RejectionReason.PAYMENT_DECLINED, null, event.reason(), commands);
        }
    }

    @DeadlineHandler(deadlineName = PAYMENT_TIMEOUT)
    void paymentTimesOut(UUID order, ProcessCommands commands) {
        paymentDeadline = null;
        // the payment decides whether an answer came first; its decision arrives as an event
        commands.send(NAME, new TimeOutPayment(PaymentId.of(order)));
    }

    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(PaymentVoided event, DeadlineManager deadlines, ProcessCommands commands) {
        if (state.paymentAnswered()) {
            cancelDeadlines(deadlines);
            reject(RejectionReason.PAYMENT_TIMED_OUT, null, "the payment gateway did not answer in time", commands);
        }
    }

    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(ItemsShipped event, ProcessCommands commands) {
        List<Object> settlement = new ArrayList<>();
        FulfilmentState.unitsBySku(event.items())
                .forEach((sku, units) -> settlement.add(new CommitStock(sku, order(), event.shipmentId(), units)));
        if (event.amount().amount().compareTo(BigDecimal.ZERO) > 0) {
            settlement.add(new CapturePayment(payment(), event.shipmentId(), event.amount()));
        }
        commands.sendAll(NAME, settlement);
        if (event.complete()) {
            SagaLifecycle.end();
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(OrderCancelled event, DeadlineManager deadlines, ProcessCommands commands) {
        cancelDeadlines(deadlines);
        if (state.isPaymentRequested()) {
            commands.send(NAME, new VoidPayment(payment()));
        }
        releaseStock(commands);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = ORDER_ID)
    void on(OrderExpired event) {
        // the deadline that led here was the only thing to undo
    }

    private void reject(RejectionReason reason, @Nullable String sku, String detail, ProcessCommands commands) {
        releaseStock(commands);
        commands.send(NAME, new RejectOrder(order(), reason, sku, detail));
        SagaLifecycle.end();
    }

    /** Every product that was asked for, one after another: releasing what is not held has no effect. */
    private void releaseStock(ProcessCommands commands) {
        state.demandedInReverse().forEach(sku -> commands.send(NAME, new ReleaseStock(sku, order())));
    }

    private void cancelDeadlines(DeadlineManager deadlines) {
        if (expiryDeadline != null) {
            deadlines.cancelSchedule(ORDER_EXPIRY, expiryDeadline);
            expiryDeadline = null;
        }
        if (paymentDeadline != null) {
            deadlines.cancelSchedule(PAYMENT_TIMEOUT, paymentDeadline);
            paymentDeadline = null;
        }
    }

    private UUID order() {
        return Objects.requireNonNull(orderId);
    }

    private UUID payment() {
        return PaymentId.of(order());
    }
}
