package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.OrderSummary;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes orders as CSV (RFC 4180). */
final class OrderListCsv {

    private static final List<String> HEADER = List.of(
            "orderId",
            "customerId",
            "customerName",
            "status",
            "total",
            "currency",
            "itemCount",
            "lineCount",
            "orderedAt",
            "createdAt",
            "shippedAt",
            "updatedAt",
            "version");
    // a spreadsheet takes a text that begins so for a formula and runs it
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private final Appendable out;

    OrderListCsv(Appendable out) {
        this.out = out;
    }

    void header() throws IOException {
        line(HEADER.toArray());
    }

    void order(OrderSummary order) throws IOException {
        line(
                order.orderId(),
                order.customerId(),
                order.customerName() == null ? null : harmless(order.customerName()),
                order.status(),
                order.total().amount().toPlainString(),
                order.total().currency(),
                order.itemCount(),
                order.lineCount(),
                order.orderedAt(),
                order.createdAt(),
                order.shippedAt(),
                order.updatedAt(),
                order.version());
    }

    private void line(@Nullable Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            if (values[i] != null) {
                out.append(quoted(values[i].toString()));
            }
        }
        out.append("\r\n");
    }

    /** An apostrophe makes a spreadsheet show the text as it is. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
