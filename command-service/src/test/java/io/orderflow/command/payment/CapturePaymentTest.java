package io.orderflow.command.payment;

import static io.orderflow.command.payment.PaymentSamples.OTHER_SHIPMENT;
import static io.orderflow.command.payment.PaymentSamples.PAYMENT;
import static io.orderflow.command.payment.PaymentSamples.SHIPMENT;
import static io.orderflow.command.payment.PaymentSamples.captured;
import static io.orderflow.command.payment.PaymentSamples.eur;
import static io.orderflow.command.payment.PaymentSamples.id;
import static io.orderflow.command.payment.PaymentSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.money.Money;
import io.orderflow.api.payment.command.CapturePayment;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturePaymentTest {

    private final FixtureConfiguration<Payment> fixture = new AggregateTestFixture<>(Payment.class);

    @Test
    void takes_a_part() {
        fixture.given(PaymentSamples.AUTHORISED)
                .when(new CapturePayment(PAYMENT, SHIPMENT, eur("19.99")))
                .expectEvents(captured(SHIPMENT, "19.99", "19.99", false))
                .expectResultMessagePayload(2L);
    }

    @Test
    void is_complete_with_the_last_cent() {
        fixture.given(PaymentSamples.PARTIALLY_CAPTURED)
                .when(new CapturePayment(PAYMENT, OTHER_SHIPMENT, eur("20.99")))
                .expectEvents(captured(OTHER_SHIPMENT, "20.99", "40.98", true));
    }

    @Test
    void goes_on_after_a_refund() {
        fixture.given(PaymentSamples.REFUNDED)
                .when(new CapturePayment(PAYMENT, OTHER_SHIPMENT, eur("20.99")))
                .expectEvents(captured(OTHER_SHIPMENT, "20.99", "40.98", true));
    }

    @ParameterizedTest
    @MethodSource
    void repeating_it_for_a_shipment_does_nothing(List<Object> history) {
        fixture.given(history)
                .when(new CapturePayment(PAYMENT, SHIPMENT, eur("19.99")))
                .expectNoEvents()
                .expectResultMessagePayload(history.size() - 1L);
    }

    static Stream<List<Object>> repeating_it_for_a_shipment_does_nothing() {
        return Stream.of(PaymentSamples.PARTIALLY_CAPTURED, PaymentSamples.CAPTURED, PaymentSamples.REFUNDED);
    }

    @ParameterizedTest
    @MethodSource
    void is_refused_without_a_guarantee(List<Object> history) {
        refuses(ErrorCode.PAYMENT_NOT_AUTHORISED, history, eur("19.99"));
    }

    static Stream<List<Object>> is_refused_without_a_guarantee() {
        return Stream.of(PaymentSamples.REQUESTED, PaymentSamples.DECLINED, PaymentSamples.VOIDED);
    }

    @Test
    void is_refused_beyond_what_was_authorised() {
        refuses(ErrorCode.CAPTURE_EXCEEDS_AUTHORISATION, PaymentSamples.AUTHORISED, eur("40.99"));
        refuses(ErrorCode.CAPTURE_EXCEEDS_AUTHORISATION, PaymentSamples.PARTIALLY_CAPTURED, eur("21.00"));
        refuses(ErrorCode.CAPTURE_EXCEEDS_AUTHORISATION, PaymentSamples.CAPTURED, eur("0.01"));
    }

    @Test
    void is_refused_in_another_currency() {
        refuses(ErrorCode.CURRENCY_MISMATCH, PaymentSamples.AUTHORISED, new Money(BigDecimal.ONE, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void is_refused_when_it_takes_nothing(String amount) {
        refuses(ErrorCode.VALIDATION_FAILED, PaymentSamples.AUTHORISED, eur(amount));
    }

    private void refuses(ErrorCode code, List<Object> history, Money amount) {
        fixture.given(history)
                .when(new CapturePayment(PAYMENT, id(23), amount))
                .expectNoEvents()
                .expectException(refusal(code));
    }
}
