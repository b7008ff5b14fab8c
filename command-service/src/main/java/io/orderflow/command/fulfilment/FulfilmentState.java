package io.orderflow.command.fulfilment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.ShipmentLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the process has asked for and what was answered: enough to go on, and enough to undo it. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
final class FulfilmentState {

    private Map<String, Long> demanded = new LinkedHashMap<>();
    private Set<String> unanswered = new HashSet<>();
    private @Nullable String refusedSku;
    private @Nullable String refusal;
    private @Nullable Money total;
    private @Nullable String paymentToken;
    private boolean paymentRequested;
    private boolean paymentAnswered;

    void placed(List<OrderLine> lines, Money total, String paymentToken) {
        lines.forEach(line -> demanded.merge(line.sku(), (long) line.quantity(), Long::sum));
        unanswered.addAll(demanded.keySet());
        this.total = total;
        this.paymentToken = paymentToken;
    }

    /** Units of each product over all lines: two lines may have the same SKU. */
    Map<String, Long> demanded() {
        return demanded;
    }

    /** The products asked for, the last one first. */
    List<String> demandedInReverse() {
        List<String> skus = new ArrayList<>(demanded.keySet());
        Collections.reverse(skus);
        return skus;
    }

    /** Takes an answer about one product; false when it was not waited for. */
    boolean answered(String sku) {
        return unanswered.remove(sku);
    }

    void refused(String sku, String detail) {
        if (refusedSku == null) {
            refusedSku = sku;
            refusal = detail;
        }
    }

    boolean isStockAnswered() {
        return unanswered.isEmpty();
    }

    @Nullable
    String refusedSku() {
        return refusedSku;
    }

    String refusal() {
        return String.valueOf(refusal);
    }

    void paymentRequested() {
        paymentRequested = true;
    }

    boolean isPaymentRequested() {
        return paymentRequested;
    }

    /** Takes the payment's answer; false when none is waited for (any more). */
    boolean paymentAnswered() {
        boolean waited = paymentRequested && !paymentAnswered;
        paymentAnswered = true;
        return waited;
    }

    Money total() {
        return Objects.requireNonNull(total, "not placed");
    }

    String paymentToken() {
        return Objects.requireNonNull(paymentToken, "not placed");
    }

    /** Units of each product in a shipment. */
    static Map<String, Long> unitsBySku(List<ShipmentLine> items) {
        Map<String, Long> units = new LinkedHashMap<>();
        items.forEach(item -> units.merge(item.sku(), (long) item.quantity(), Long::sum));
        return units;
    }
}
