package io.orderflow.command.payment;

import static io.orderflow.command.payment.PaymentSamples.ORDER;
import static io.orderflow.command.payment.PaymentSamples.PAYMENT;
import static io.orderflow.command.payment.PaymentSamples.refusal;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.payment.command.VoidPayment;
import io.orderflow.api.payment.event.PaymentVoided;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoidPaymentTest {

    private final FixtureConfiguration<Payment> fixture = new AggregateTestFixture<>(Payment.class);

    @ParameterizedTest
    @MethodSource
    void gives_up_a_payment_of_which_nothing_was_taken(List<Object> history) {
        fixture.given(history)
                .when(new VoidPayment(PAYMENT))
                .expectEvents(new PaymentVoided(PAYMENT, ORDER))
                .expectResultMessagePayload((long) history.size());
    }

    static Stream<List<Object>> gives_up_a_payment_of_which_nothing_was_taken() {
        return Stream.of(PaymentSamples.REQUESTED, PaymentSamples.AUTHORISED);
    }

    @ParameterizedTest
    @MethodSource
    void does_nothing_when_there_is_nothing_to_give_up(List<Object> history) {
        fixture.given(history)
                .when(new VoidPayment(PAYMENT))
                .expectNoEvents()
                .expectResultMessagePayload(history.size() - 1L);
    }

    static Stream<List<Object>> does_nothing_when_there_is_nothing_to_give_up() {
        return Stream.of(PaymentSamples.DECLINED, PaymentSamples.VOIDED);
    }

    @ParameterizedTest
    @MethodSource
    void is_refused_once_something_was_taken(List<Object> history) {
        fixture.given(history)
                .when(new VoidPayment(PAYMENT))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.PAYMENT_NOT_AUTHORISED));
    }

    static Stream<List<Object>> is_refused_once_something_was_taken() {
        return Stream.of(PaymentSamples.PARTIALLY_CAPTURED, PaymentSamples.CAPTURED, PaymentSamples.REFUNDED);
    }
}
