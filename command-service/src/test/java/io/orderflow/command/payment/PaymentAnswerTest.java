package io.orderflow.command.payment;

import static io.orderflow.command.payment.PaymentSamples.GIVEN;
import static io.orderflow.command.payment.PaymentSamples.ORDER;
import static io.orderflow.command.payment.PaymentSamples.PAYMENT;

import io.orderflow.api.payment.command.ApprovePayment;
import io.orderflow.api.payment.command.DeclinePayment;
import io.orderflow.api.payment.command.TimeOutPayment;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentVoided;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ApprovePayment, DeclinePayment and TimeOutPayment: whichever comes first is the answer. */
class PaymentAnswerTest {

    private final FixtureConfiguration<Payment> fixture = new AggregateTestFixture<>(Payment.class);

    @Test
    void a_yes_authorises_the_amount_that_was_asked_for() {
        fixture.given(PaymentSamples.REQUESTED)
                .when(new ApprovePayment(PAYMENT))
                .expectEvents(GIVEN)
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_no_declines_with_the_reason() {
        fixture.given(PaymentSamples.REQUESTED)
                .when(new DeclinePayment(PAYMENT, "no funds"))
                .expectEvents(new PaymentDeclined(PAYMENT, ORDER, "no funds"))
                .expectResultMessagePayload(1L);
    }

    @Test
    void silence_voids() {
        fixture.given(PaymentSamples.REQUESTED)
                .when(new TimeOutPayment(PAYMENT))
                .expectEvents(new PaymentVoided(PAYMENT, ORDER))
                .expectResultMessagePayload(1L);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void a_later_yes_does_nothing(List<Object> history) {
        hasNoEffect(history, new ApprovePayment(PAYMENT));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void a_later_no_does_nothing(List<Object> history) {
        hasNoEffect(history, new DeclinePayment(PAYMENT, "no funds"));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void a_later_time_out_does_nothing(List<Object> history) {
        hasNoEffect(history, new TimeOutPayment(PAYMENT));
    }

    static Stream<List<Object>> answered() {
        return Stream.of(
                PaymentSamples.AUTHORISED,
                PaymentSamples.DECLINED,
                PaymentSamples.VOIDED,
                PaymentSamples.PARTIALLY_CAPTURED,
                PaymentSamples.CAPTURED,
                PaymentSamples.REFUNDED);
    }

    private void hasNoEffect(List<Object> history, Object command) {
        fixture.given(history).when(command).expectNoEvents().expectResultMessagePayload(history.size() - 1L);
    }
}
