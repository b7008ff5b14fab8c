package io.orderflow.command.order;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of one order, in the order in which they came, and the rules about them and their total. */
final class OrderLines {

    private static final int AT_MOST = 500;
    private static final BigDecimal LARGEST_TOTAL = new BigDecimal("1000000000000");

    private final Map<UUID, OrderLine> lines = new LinkedHashMap<>();

    /** The total of a new order, or the refusal of what can never be one. */
    static Money totalOfNew(String currency, List<OrderLine> lines) {
        if (lines.isEmpty()) {
            throw new RuleViolated(ErrorCode.LAST_LINE, "an order has at least one line");
        }
        requireNotTooMany(lines.size());
        Set<UUID> ids = new HashSet<>();
        for (OrderLine line : lines) {
            requireSound(line, currency);
            if (!ids.add(line.lineId())) {
                throw alreadyExists(line.lineId());
            }
        }
        return boundedTotal(lines);
    }

    Money totalWith(OrderLine added) {
        if (lines.containsKey(added.lineId())) {
            throw alreadyExists(added.lineId());
        }
        requireNotTooMany(lines.size() + 1);
        requireSound(added, currency());
        return totalAfter(added);
    }

    Money totalWithQuantity(UUID lineId, int quantity) {
        OrderLine changed = get(lineId).withQuantity(quantity);
        requireSound(changed, currency());
        return totalAfter(changed);
    }

    Money totalWithout(UUID lineId) {
        OrderLine removed = get(lineId);
        if (lines.size() == 1) {
            throw new RuleViolated(ErrorCode.LAST_LINE, "line %s is the order's last".formatted(lineId));
        }
        return total().minus(removed.total());
    }

    Money total() {
        return sum(lines.values());
    }

    String currency() {
        return lines.values().iterator().next().unitPrice().currency();
    }

    List<OrderLine> all() {
        return List.copyOf(lines.values());
    }

    OrderLine get(UUID lineId) {
        @Nullable OrderLine line = lines.get(lineId);
        if (line == null) {
            throw new RuleViolated(ErrorCode.LINE_NOT_FOUND, "the order has no line %s".formatted(lineId));
        }
        return line;
    }

    void put(OrderLine line) {
        lines.put(line.lineId(), line);
    }

    void remove(UUID lineId) {
        lines.remove(lineId);
    }

    private Money totalAfter(OrderLine put) {
        Map<UUID, OrderLine> after = new LinkedHashMap<>(lines);
        after.put(put.lineId(), put);
        return boundedTotal(after.values());
    }

    private static Money boundedTotal(Collection<OrderLine> lines) {
        Money total = sum(lines);
        if (total.amount().compareTo(LARGEST_TOTAL) > 0) {
            throw new RuleViolated(
                    ErrorCode.ORDER_TOTAL_TOO_LARGE,
                    "the total would be %s, more than %s"
                            .formatted(total.amount().toPlainString(), LARGEST_TOTAL));
        }
        return total;
    }

    private static Money sum(Collection<OrderLine> lines) {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    private static void requireNotTooMany(int count) {
        if (count > AT_MOST) {
            throw new RuleViolated(ErrorCode.TOO_MANY_LINES, "%d lines are more than %d".formatted(count, AT_MOST));
        }
    }

    private static void requireSound(OrderLine line, String currency) {
        if (!line.unitPrice().currency().equals(currency)) {
            throw new RuleViolated(
                    ErrorCode.CURRENCY_MISMATCH,
                    "line %s is priced in %s, the order in %s"
                            .formatted(line.lineId(), line.unitPrice().currency(), currency));
        }
        if (line.quantity() < 1) {
            throw new RuleViolated(
                    ErrorCode.VALIDATION_FAILED, "line %s needs a quantity of at least 1".formatted(line.lineId()));
        }
        if (line.unitPrice().amount().signum() < 0) {
            throw new RuleViolated(
                    ErrorCode.VALIDATION_FAILED, "line %s has a negative price".formatted(line.lineId()));
        }
    }

    private static RuleViolated alreadyExists(UUID lineId) {
        return new RuleViolated(ErrorCode.LINE_ALREADY_EXISTS, "the order has a line %s already".formatted(lineId));
    }
}
