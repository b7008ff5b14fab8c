package io.orderflow.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.money.Money;
import io.orderflow.api.payment.command.ApprovePayment;
import io.orderflow.api.payment.command.AuthorisePayment;
import io.orderflow.api.payment.command.CapturePayment;
import io.orderflow.api.payment.command.DeclinePayment;
import io.orderflow.api.payment.command.RefundPayment;
import io.orderflow.api.payment.command.TimeOutPayment;
import io.orderflow.api.payment.command.VoidPayment;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import io.orderflow.command.platform.repetition.AnsweredRequests;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides every command about the payment of one order: never is more taken than was authorised, nor more given back
 * than was taken.
 */
@Aggregate(lockFactory = "aggregateLocks")
class Payment {

    /** Where the guarantee stands; how much of it was taken or given back is a matter of amounts. */
    private enum Guarantee {
        REQUESTED,
        GIVEN,
        DECLINED,
        VOIDED
    }

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable Guarantee guarantee;
    private @Nullable UUID orderId;
    private @Nullable Amounts amounts;
    private final Set<UUID> captures = new HashSet<>();
    private final Set<UUID> refunds = new HashSet<>();

    @AggregateMember
    private final AnsweredRequests answered = new AnsweredRequests();

    private Payment() {}

    @CommandHandlerInterceptor
    @Nullable
    Object answerOnce(CommandMessage<?> command, InterceptorChain handler) throws Exception {
        return answered.answer(command, handler);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(AuthorisePayment command) {
        if (guarantee == null) {
            if (command.amount().amount().signum() < 0) {
                throw new RuleViolated(ErrorCode.VALIDATION_FAILED, "a payment cannot be negative");
            }
            apply(new PaymentAuthorisationRequested(
                    command.paymentId(), command.orderId(), command.amount(), command.paymentToken()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(ApprovePayment command) {
        if (guarantee == Guarantee.REQUESTED) {
            apply(new PaymentAuthorised(command.paymentId(), order(), amounts().asked()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(DeclinePayment command) {
        if (guarantee == Guarantee.REQUESTED) {
            apply(new PaymentDeclined(command.paymentId(), order(), command.reason()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(TimeOutPayment command) {
        if (guarantee == Guarantee.REQUESTED) {
            apply(new PaymentVoided(command.paymentId(), order()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(VoidPayment command) {
        if (!captures.isEmpty()) {
            throw new RuleViolated(ErrorCode.PAYMENT_NOT_AUTHORISED, "a part of the payment has been taken");
        }
        if (guarantee == Guarantee.REQUESTED || guarantee == Guarantee.GIVEN) {
            apply(new PaymentVoided(command.paymentId(), order()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(CapturePayment command) {
        if (captures.contains(command.shipmentId())) {
            return getVersion();
        }
        if (guarantee != Guarantee.GIVEN) {
            throw new RuleViolated(ErrorCode.PAYMENT_NOT_AUTHORISED, "the payment is not authorised");
        }
        Money captured = amounts().capturedAfter(command.amount());
        apply(new PaymentCaptured(
                command.paymentId(),
                order(),
                command.shipmentId(),
                command.amount(),
                captured,
                !amounts().asked().isMoreThan(captured)));
        return getVersion();
    }

    @CommandHandler
    long handle(RefundPayment command) {
        if (!refunds.contains(command.refundId())) {
            Money refunded = amounts().refundedAfter(command.amount());
            apply(new PaymentRefunded(command.paymentId(), order(), command.refundId(), command.amount(), refunded));
        }
        return getVersion();
    }

    private UUID order() {
        return Objects.requireNonNull(orderId);
    }

    private Amounts amounts() {
        return Objects.requireNonNull(amounts);
    }

    @EventSourcingHandler
    void on(PaymentAuthorisationRequested event) {
        stream = PaymentEvent.streamOf(event.paymentId());
        guarantee = Guarantee.REQUESTED;
        orderId = event.orderId();
        amounts = Amounts.asked(event.amount());
    }

    @EventSourcingHandler
    void on(PaymentAuthorised event) {
        guarantee = Guarantee.GIVEN;
    }

    @EventSourcingHandler
    void on(PaymentDeclined event) {
        guarantee = Guarantee.DECLINED;
    }

    @EventSourcingHandler
    void on(PaymentVoided event) {
        guarantee = Guarantee.VOIDED;
    }

    @EventSourcingHandler
    void on(PaymentCaptured event) {
        amounts = amounts().withCaptured(event.captured());
        captures.add(event.shipmentId());
    }

    @EventSourcingHandler
    void on(PaymentRefunded event) {
        amounts = amounts().withRefunded(event.refunded());
        refunds.add(event.refundId());
    }
}
