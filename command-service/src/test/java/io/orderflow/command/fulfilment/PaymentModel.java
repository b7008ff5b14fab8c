package io.orderflow.command.fulfilment;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.payment.command.ApprovePayment;
import io.orderflow.api.payment.command.AuthorisePayment;
import io.orderflow.api.payment.command.CapturePayment;
import io.orderflow.api.payment.command.DeclinePayment;
import io.orderflow.api.payment.command.PaymentCommand;
import io.orderflow.api.payment.command.TimeOutPayment;
import io.orderflow.api.payment.command.VoidPayment;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A payment as a cashier would keep it: what was promised, and what has been taken for which shipment. */
final class PaymentModel {

    enum Promise {
        NOT_ASKED,
        ASKED,
        GIVEN,
        DECLINED,
        VOIDED
    }

    Promise promise = Promise.NOT_ASKED;
    BigDecimal asked = BigDecimal.ZERO;
    BigDecimal captured = BigDecimal.ZERO;

    private final Set<UUID> captures = new HashSet<>();
    private long version = -1;

    /** The code of the refusal, or the version after it; the model has changed when it returns. */
    Object expect(PaymentCommand command) {
        if (command instanceof AuthorisePayment authorise) {
            if (promise == Promise.NOT_ASKED) {
                asked = authorise.amount().amount();
                become(Promise.ASKED);
            }
        } else if (promise == Promise.NOT_ASKED) {
            throw new AssertionError("nobody has asked for the payment of " + command);
        } else if (command instanceof CapturePayment capture) {
            return capture(capture.shipmentId(), capture.amount().amount());
        } else if (command instanceof VoidPayment) {
            if (!captures.isEmpty()) {
                return ErrorCode.PAYMENT_NOT_AUTHORISED;
            } else if (promise == Promise.ASKED || promise == Promise.GIVEN) {
                become(Promise.VOIDED);
            }
        } else if (promise == Promise.ASKED) {
            become(answer(command));
        }
        return version;
    }

    private static Promise answer(PaymentCommand command) {
        if (command instanceof ApprovePayment) {
            return Promise.GIVEN;
        } else if (command instanceof DeclinePayment) {
            return Promise.DECLINED;
        } else if (command instanceof TimeOutPayment) {
            return Promise.VOIDED;
        }
        throw new IllegalArgumentException("the model does not know " + command);
    }

    private Object capture(UUID shipment, BigDecimal amount) {
        if (captures.contains(shipment)) {
            return version;
        } else if (promise != Promise.GIVEN) {
            return ErrorCode.PAYMENT_NOT_AUTHORISED;
        } else if (captured.add(amount).compareTo(asked) > 0) {
            return ErrorCode.CAPTURE_EXCEEDS_AUTHORISATION;
        }
        captures.add(shipment);
        captured = captured.add(amount);
        return ++version;
    }

    private void become(Promise next) {
        promise = next;
        version++;
    }
}
