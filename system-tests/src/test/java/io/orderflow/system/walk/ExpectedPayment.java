package io.orderflow.system.walk;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The facts about the payment of one order. */
final class ExpectedPayment {

    /** By version. */
    final List<Fact> facts = new ArrayList<>();

    private final String id;
    private final String currency;
    private BigDecimal asked = BigDecimal.ZERO;
    private BigDecimal captured = BigDecimal.ZERO;

    ExpectedPayment(UUID order, String currency) {
        this.id = UUID.nameUUIDFromBytes(("orderflow:payment:" + order).getBytes(StandardCharsets.UTF_8))
                .toString();
        this.currency = currency;
    }

    void ask(BigDecimal amount) {
        asked = amount;
        Map<String, Object> requested = new TreeMap<>(Map.of(
                "paymentId", id,
                "status", "REQUESTED",
                "amount", Amount.json(amount, currency),
                "captured", Amount.json(BigDecimal.ZERO, currency),
                "refunded", Amount.json(BigDecimal.ZERO, currency)));
        facts.add(new Fact(
                "PaymentAuthorisationRequested", (order, recorded, at) -> order.shown.put("payment", requested)));
    }

    void authorise() {
        become("PaymentAuthorised", "AUTHORISED", (payment, recorded) -> {});
    }

    void decline() {
        become(
                "PaymentDeclined",
                "DECLINED",
                (payment, recorded) -> payment.put("declineReason", String.valueOf(recorded.get("reason"))));
    }

    void giveUp() {
        become("PaymentVoided", "VOIDED", (payment, recorded) -> {});
    }

    /** Takes what a shipment is worth; nothing for one that is worth nothing. */
    void capture(BigDecimal worth) {
        if (worth.signum() > 0) {
            captured = captured.add(worth);
            Map<String, Object> soFar = Amount.json(captured, currency);
            become(
                    "PaymentCaptured",
                    captured.compareTo(asked) < 0 ? "PARTIALLY_CAPTURED" : "CAPTURED",
                    (payment, recorded) -> payment.put("captured", soFar));
        }
    }

    private interface Change {
        void apply(Map<String, Object> payment, Map<String, Object> recorded);
    }

    private void become(String type, String status, Change change) {
        facts.add(new Fact(type, (order, recorded, at) -> {
            Map<String, Object> after = new TreeMap<>();
            ((Map<?, ?>) order.shown.getOrDefault("payment", Map.of()))
                    .forEach((name, value) -> after.put((String) name, value));
            after.put("status", status);
            change.apply(after, recorded);
            order.shown.put("payment", after);
        }));
    }
}
