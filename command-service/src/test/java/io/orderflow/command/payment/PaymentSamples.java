package io.orderflow.command.payment;

import static org.hamcrest.Matchers.equalTo;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.money.Money;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/** A payment of 40.98 in each of its states. */
final class PaymentSamples {

    static final UUID ORDER = id(1);
    static final UUID PAYMENT = PaymentId.of(ORDER);
    static final UUID SHIPMENT = id(21);
    static final UUID OTHER_SHIPMENT = id(22);
    static final UUID REFUND = id(31);
    static final UUID OTHER_REFUND = id(32);

    static final PaymentAuthorisationRequested ASKED =
            new PaymentAuthorisationRequested(PAYMENT, ORDER, eur("40.98"), "tok_approve");
    static final PaymentAuthorised GIVEN = new PaymentAuthorised(PAYMENT, ORDER, eur("40.98"));

    static final List<Object> REQUESTED = List.of(ASKED);
    static final List<Object> AUTHORISED = List.of(ASKED, GIVEN);
    static final List<Object> DECLINED = List.of(ASKED, new PaymentDeclined(PAYMENT, ORDER, "no funds"));
    static final List<Object> VOIDED = List.of(ASKED, GIVEN, new PaymentVoided(PAYMENT, ORDER));
    static final List<Object> PARTIALLY_CAPTURED = List.of(ASKED, GIVEN, captured(SHIPMENT, "19.99", "19.99", false));
    static final List<Object> CAPTURED = List.of(
            ASKED,
            GIVEN,
            captured(SHIPMENT, "19.99", "19.99", false),
            captured(OTHER_SHIPMENT, "20.99", "40.98", true));
    static final List<Object> REFUNDED =
            List.of(ASKED, GIVEN, captured(SHIPMENT, "19.99", "19.99", false), refunded(REFUND, "9.99", "9.99"));

    private PaymentSamples() {}

    static PaymentCaptured captured(UUID shipmentId, String amount, String captured, boolean complete) {
        return new PaymentCaptured(PAYMENT, ORDER, shipmentId, eur(amount), eur(captured), complete);
    }

    static PaymentRefunded refunded(UUID refundId, String amount, String refunded) {
        return new PaymentRefunded(PAYMENT, ORDER, refundId, eur(amount), eur(refunded));
    }

    static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    static UUID id(long number) {
        return new UUID(0x7000L, number);
    }

    static Matcher<RuleViolated> refusal(ErrorCode code) {
        return new FeatureMatcher<>(equalTo(code), "a refusal", "code") {
            @Override
            protected ErrorCode featureValueOf(RuleViolated refused) {
                return refused.code();
            }
        };
    }
}
