package io.orderflow.cli.importer;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * An order of the file, ready to be sent.
 *
 * @param head what its lines agree on
 * @param lines its lines, in the order of the file
 */
record FileOrder(FileLine.Head head, List<FileLine> lines) {

    private static final String CURRENCY = "USD";
    static final String PAYMENT_TOKEN = "tok_approve";

    String name() {
        return head.orderId();
    }

    UUID orderId() {
        return FileIds.order(head.orderId());
    }

    Instant shippedAt() {
        return midnight(head.shippedOn());
    }

    BigDecimal total() {
        return lines.stream().map(FileLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    NewOrder toNewOrder() {
        // the file has no street, and an address needs one
        Address address = new Address(
                head.customerName(),
                "c/o " + head.customerName(),
                head.postalCode(),
                head.city(),
                head.state().isEmpty() ? null : head.state(),
                head.country());
        return new NewOrder(
                orderId(),
                FileIds.customer(head.customerId()),
                CURRENCY,
                lines.stream().map(this::toNewLine).toList(),
                address,
                midnight(head.orderedOn()),
                true,
                PAYMENT_TOKEN);
    }

    private NewLine toNewLine(FileLine line) {
        return new NewLine(
                FileIds.line(head.orderId(), line.rowId()),
                line.sku(),
                line.productName(),
                line.quantity(),
                new Money(line.unitPrice(), CURRENCY));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
