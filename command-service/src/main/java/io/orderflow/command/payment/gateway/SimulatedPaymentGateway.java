package io.orderflow.command.payment.gateway;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.orderflow.api.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A gateway that moves no money. Its answer follows from the token: {@code tok_approve} and {@code tok_late} (after five
 * seconds) approve, {@code tok_never} stays silent, anything else is declined.
 */
@Component
class SimulatedPaymentGateway implements PaymentGateway {

    private static final Logger log = LoggerFactory.getLogger(SimulatedPaymentGateway.class);
    private static final Duration LATE = Duration.ofSeconds(5);

    private final PaymentAnswers answers;
    private final OneTimeTask<Void> lateApproval;
    private final Scheduler scheduler;
    private final Clock clock;

    SimulatedPaymentGateway(PaymentAnswers answers, OneTimeTask<Void> lateApproval, Scheduler scheduler, Clock clock) {
        this.answers = answers;
        this.lateApproval = lateApproval;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void authorise(UUID paymentId, Money amount, String paymentToken) {
        switch (paymentToken) {
            case "tok_approve" -> answers.approved(paymentId);
            case "tok_late" ->
                scheduler.scheduleIfNotExists(
                        lateApproval.instance(paymentId.toString()),
                        clock.instant().plus(LATE));
            case "tok_never" -> log.debug("no answer to payment={}", paymentId);
            case "tok_decline" -> answers.declined(paymentId, "the card was declined");
            default -> answers.declined(paymentId, "the payment token is not known");
        }
    }

    @Override
    public void capture(UUID paymentId, UUID captureId, Money amount) {
        log.debug("captured payment={} capture={} amount={}", paymentId, captureId, amount);
    }

    @Override
    public void cancel(UUID paymentId) {
        // a late approval may still come; a payment that was given up ignores it
        log.debug("cancelled payment={}", paymentId);
    }

    @Override
    public void refund(UUID paymentId, UUID refundId, Money amount) {
        log.debug("refunded payment={} refund={} amount={}", paymentId, refundId, amount);
    }
}
