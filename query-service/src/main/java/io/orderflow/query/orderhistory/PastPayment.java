package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Columns.money;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.api.payment.PaymentStatus;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import org.jspecify.annotations.Nullable;

/** How each event of a payment changes what an order shows of it. */
final class PastPayment {

    private PastPayment() {}

    /**
     * The payment after an event.
     *
     * @param before the payment before, or null when nothing was requested
     * @param currency the order's
     */
    static OrderView.Payment after(OrderView.@Nullable Payment before, PaymentEvent event, String currency) {
        if (event instanceof PaymentAuthorisationRequested requested) {
            Money nothing = Money.zero(currency);
            return new OrderView.Payment(
                    requested.paymentId(),
                    PaymentStatus.REQUESTED,
                    in(currency, requested.amount()),
                    nothing,
                    nothing,
                    null);
        }
        if (before == null) {
            throw new IllegalStateException("the payment of order " + event.orderId() + " was never requested");
        }
        if (event instanceof PaymentAuthorised authorised) {
            return new OrderView.Payment(
                    before.paymentId(),
                    PaymentStatus.AUTHORISED,
                    in(currency, authorised.amount()),
                    before.captured(),
                    before.refunded(),
                    null);
        }
        if (event instanceof PaymentDeclined declined) {
            return with(before, PaymentStatus.DECLINED, before.captured(), before.refunded(), declined.reason());
        }
        if (event instanceof PaymentCaptured captured) {
            PaymentStatus status = captured.complete() ? PaymentStatus.CAPTURED : PaymentStatus.PARTIALLY_CAPTURED;
            Money soFar = in(currency, captured.captured());
            return with(before, status, soFar, before.refunded(), before.declineReason());
        }
        if (event instanceof PaymentRefunded refunded) {
            Money soFar = in(currency, refunded.refunded());
            return with(before, PaymentStatus.REFUNDED, before.captured(), soFar, before.declineReason());
        }
        if (event instanceof PaymentVoided) {
            return with(before, PaymentStatus.VOIDED, before.captured(), before.refunded(), before.declineReason());
        }
        throw new IllegalStateException("the payment of order " + event.orderId() + " cannot take " + event);
    }

    private static OrderView.Payment with(
            OrderView.Payment before,
            PaymentStatus status,
            Money captured,
            Money refunded,
            @Nullable String declineReason) {
        return new OrderView.Payment(before.paymentId(), status, before.amount(), captured, refunded, declineReason);
    }

    private static Money in(String currency, Money amount) {
        return money(amount.amount(), currency);
    }
}
