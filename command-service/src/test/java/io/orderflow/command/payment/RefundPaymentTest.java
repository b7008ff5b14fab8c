package io.orderflow.command.payment;

import static io.orderflow.command.payment.PaymentSamples.OTHER_REFUND;
import static io.orderflow.command.payment.PaymentSamples.PAYMENT;
import static io.orderflow.command.payment.PaymentSamples.REFUND;
import static io.orderflow.command.payment.PaymentSamples.eur;
import static io.orderflow.command.payment.PaymentSamples.refunded;
import static io.orderflow.command.payment.PaymentSamples.refusal;
import static io.orderflow.command.platform.repetition.RequestSamples.event;
import static io.orderflow.command.platform.repetition.RequestSamples.expecting;
import static io.orderflow.command.platform.repetition.RequestSamples.request;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.money.Money;
import io.orderflow.api.payment.command.RefundPayment;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefundPaymentTest {

    private final FixtureConfiguration<Payment> fixture = new AggregateTestFixture<>(Payment.class);

    @Test
    void gives_back_a_part() {
        fixture.given(PaymentSamples.PARTIALLY_CAPTURED)
                .when(new RefundPayment(PAYMENT, REFUND, eur("9.99")))
                .expectEvents(refunded(REFUND, "9.99", "9.99"))
                .expectResultMessagePayload(3L);
    }

    @Test
    void gives_back_the_rest() {
        fixture.given(PaymentSamples.REFUNDED)
                .when(new RefundPayment(PAYMENT, OTHER_REFUND, eur("10.00")))
                .expectEvents(refunded(OTHER_REFUND, "10.00", "19.99"));
    }

    @Test
    void has_no_second_effect_when_the_request_comes_again() {
        fixture.given(PaymentSamples.PARTIALLY_CAPTURED)
                .andGiven(event(refunded(REFUND, "9.99", "9.99"), request("key", "f")))
                .when(new RefundPayment(PAYMENT, OTHER_REFUND, eur("9.99")), request("key", "f"))
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(3));
    }

    @Test
    void is_refused_when_the_version_is_not_the_one_expected() {
        fixture.given(PaymentSamples.PARTIALLY_CAPTURED)
                .when(new RefundPayment(PAYMENT, REFUND, eur("9.99")), expecting(1, Map.of()))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.VERSION_CONFLICT));
    }

    @Test
    void repeating_it_does_nothing() {
        fixture.given(PaymentSamples.REFUNDED)
                .when(new RefundPayment(PAYMENT, REFUND, eur("9.99")))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
    }

    @Test
    void is_refused_beyond_what_was_taken() {
        refuses(ErrorCode.REFUND_EXCEEDS_CAPTURE, PaymentSamples.PARTIALLY_CAPTURED, eur("20.00"));
        refuses(ErrorCode.REFUND_EXCEEDS_CAPTURE, PaymentSamples.REFUNDED, eur("10.01"));
        refuses(ErrorCode.REFUND_EXCEEDS_CAPTURE, PaymentSamples.CAPTURED, eur("40.99"));
    }

    @ParameterizedTest
    @MethodSource
    void is_refused_when_nothing_was_taken(List<Object> history) {
        refuses(ErrorCode.REFUND_EXCEEDS_CAPTURE, history, eur("0.01"));
    }

    static Stream<List<Object>> is_refused_when_nothing_was_taken() {
        return Stream.of(
                PaymentSamples.REQUESTED, PaymentSamples.AUTHORISED, PaymentSamples.DECLINED, PaymentSamples.VOIDED);
    }

    @Test
    void is_refused_in_another_currency() {
        refuses(ErrorCode.CURRENCY_MISMATCH, PaymentSamples.CAPTURED, new Money(BigDecimal.ONE, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void is_refused_when_it_gives_back_nothing(String amount) {
        refuses(ErrorCode.VALIDATION_FAILED, PaymentSamples.CAPTURED, eur(amount));
    }

    private void refuses(ErrorCode code, List<Object> history, Money amount) {
        fixture.given(history)
                .when(new RefundPayment(PAYMENT, OTHER_REFUND, amount))
                .expectNoEvents()
                .expectException(refusal(code));
    }
}
