package io.orderflow.query.orderdetails;

import static io.orderflow.query.platform.projection.Columns.money;

import io.orderflow.api.order.query.OrderView;
import io.orderflow.api.payment.PaymentStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.Nullable;

/** The columns of an order's payment; all null before the payment is requested. In the order's currency. */
@Embeddable
record OrderDetailsPayment(
        @Column(name = "payment_id") UUID paymentId,
        @Column(name = "payment_status") @JdbcTypeCode(Types.VARCHAR) PaymentStatus status,
        @Column(name = "payment_amount", precision = 25, scale = 6) BigDecimal amount,
        @Column(name = "captured_amount", precision = 25, scale = 6) BigDecimal captured,
        @Column(name = "refunded_amount", precision = 25, scale = 6) BigDecimal refunded,
        @Column(name = "decline_reason") @Nullable String declineReason) {

    static OrderDetailsPayment requested(UUID paymentId, BigDecimal amount) {
        return new OrderDetailsPayment(
                paymentId, PaymentStatus.REQUESTED, amount, BigDecimal.ZERO, BigDecimal.ZERO, null);
    }

    OrderDetailsPayment authorised(BigDecimal authorised) {
        return new OrderDetailsPayment(paymentId, PaymentStatus.AUTHORISED, authorised, captured, refunded, null);
    }

    OrderDetailsPayment declined(String reason) {
        return new OrderDetailsPayment(paymentId, PaymentStatus.DECLINED, amount, captured, refunded, reason);
    }

    OrderDetailsPayment captured(BigDecimal soFar, boolean complete) {
        PaymentStatus next = complete ? PaymentStatus.CAPTURED : PaymentStatus.PARTIALLY_CAPTURED;
        return new OrderDetailsPayment(paymentId, next, amount, soFar, refunded, declineReason);
    }

    OrderDetailsPayment refunded(BigDecimal soFar) {
        return new OrderDetailsPayment(paymentId, PaymentStatus.REFUNDED, amount, captured, soFar, declineReason);
    }

    OrderDetailsPayment voided() {
        return new OrderDetailsPayment(paymentId, PaymentStatus.VOIDED, amount, captured, refunded, declineReason);
    }

    OrderView.Payment view(String currency) {
        return new OrderView.Payment(
                paymentId,
                status,
                money(amount, currency),
                money(captured, currency),
                money(refunded, currency),
                declineReason);
    }
}
