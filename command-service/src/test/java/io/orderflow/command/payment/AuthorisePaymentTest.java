package io.orderflow.command.payment;

import static io.orderflow.command.payment.PaymentSamples.ASKED;
import static io.orderflow.command.payment.PaymentSamples.ORDER;
import static io.orderflow.command.payment.PaymentSamples.PAYMENT;
import static io.orderflow.command.payment.PaymentSamples.eur;
import static io.orderflow.command.payment.PaymentSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.payment.command.AuthorisePayment;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorisePaymentTest {

    private final FixtureConfiguration<Payment> fixture = new AggregateTestFixture<>(Payment.class);

    @Test
    void asks_for_a_guarantee() {
        fixture.givenNoPriorActivity()
                .when(authorise("40.98"))
                .expectEvents(ASKED)
                .expectResultMessagePayload(0L);
    }

    @Test
    void asks_even_when_there_is_nothing_to_pay() {
        fixture.givenNoPriorActivity()
                .when(authorise("0.00"))
                .expectEvents(new PaymentAuthorisationRequested(PAYMENT, ORDER, eur("0.00"), "tok_approve"));
    }

    @ParameterizedTest
    @MethodSource
    void repeating_does_nothing_whatever_became_of_the_payment(List<Object> history) {
        fixture.given(history)
                .when(authorise("40.98"))
                .expectNoEvents()
                .expectResultMessagePayload(history.size() - 1L);
    }

    static Stream<List<Object>> repeating_does_nothing_whatever_became_of_the_payment() {
        return Stream.of(
                PaymentSamples.REQUESTED,
                PaymentSamples.AUTHORISED,
                PaymentSamples.DECLINED,
                PaymentSamples.VOIDED,
                PaymentSamples.PARTIALLY_CAPTURED,
                PaymentSamples.CAPTURED,
                PaymentSamples.REFUNDED);
    }

    @Test
    void is_refused_below_nothing() {
        fixture.givenNoPriorActivity()
                .when(authorise("-0.01"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.VALIDATION_FAILED));
    }

    private static AuthorisePayment authorise(String amount) {
        return new AuthorisePayment(PAYMENT, ORDER, eur(amount), "tok_approve");
    }
}
