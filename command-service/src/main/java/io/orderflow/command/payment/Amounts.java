package io.orderflow.command.payment;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.money.Money;
import java.math.BigDecimal;

/**
 * The money of one payment, and the rules that bound it.
 *
 * @param asked what the gateway was asked to guarantee
 * @param captured what was taken so far
 * @param refunded what was given back so far
 */
record Amounts(Money asked, Money captured, Money refunded) {

    static Amounts asked(Money amount) {
        Money nothing = new Money(BigDecimal.ZERO, amount.currency());
        return new Amounts(amount, nothing, nothing);
    }

    Money capturedAfter(Money more) {
        requireSound(more);
        Money sum = captured.plus(more);
        if (sum.isMoreThan(asked)) {
            throw new RuleViolated(
                    ErrorCode.CAPTURE_EXCEEDS_AUTHORISATION,
                    "%s would be captured, %s are authorised".formatted(plain(sum), plain(asked)));
        }
        return sum;
    }

    Money refundedAfter(Money more) {
        requireSound(more);
        Money sum = refunded.plus(more);
        if (sum.isMoreThan(captured)) {
            throw new RuleViolated(
                    ErrorCode.REFUND_EXCEEDS_CAPTURE,
                    "%s would be refunded, %s were captured".formatted(plain(sum), plain(captured)));
        }
        return sum;
    }

    Amounts withCaptured(Money amount) {
        return new Amounts(asked, amount, refunded);
    }

    Amounts withRefunded(Money amount) {
        return new Amounts(asked, captured, amount);
    }

    private void requireSound(Money more) {
        if (!more.currency().equals(asked.currency())) {
            throw new RuleViolated(
                    ErrorCode.CURRENCY_MISMATCH,
                    "the payment is in %s, not in %s".formatted(asked.currency(), more.currency()));
        }
        if (more.amount().signum() <= 0) {
            throw new RuleViolated(ErrorCode.VALIDATION_FAILED, "an amount is more than nothing");
        }
    }

    private static String plain(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }
}
