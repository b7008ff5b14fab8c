package io.orderflow.cli.importer;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What an import has done.
 *
 * @param customers what became of the customers
 * @param products what became of the products
 * @param orders what became of the orders
 * @param tally the sums over the orders, as the services have them
 * @param seconds how long it all took
 * @param orderSeconds how long the orders took
 * @param failures everything that could not be imported, and why
 */
record ImportReport(
        Pipeline.Result customers,
        Pipeline.Result products,
        Pipeline.Result orders,
        OrderTally tally,
        double seconds,
        double orderSeconds,
        List<String> failures) {

    private static final int LONGEST_LIST = 50;

    void print(PrintWriter out, PrintWriter err) {
        line(out, "customers    %,12d   (%,d already there)", customers.done(), customers.wereThere());
        line(out, "products     %,12d   (%,d already there)", products.done(), products.wereThere());
        line(out, "orders       %,12d   (%,d already there)", orders.done(), orders.wereThere());
        line(out, "lines        %,12d", tally.lines());
        line(out, "shipped      %,12d", tally.shippedOrders());
        line(out, "rejected     %,12d", tally.rejectedOrders());
        line(out, "grand total  %,15.2f USD", tally.total());
        line(out, "time         %,14.1f s   (%,.1f orders/s)", seconds, orders.done() / Math.max(0.001, orderSeconds));
        out.flush();
        if (!failures.isEmpty()) {
            line(err, "%,d could not be imported:", failures.size());
            failures.stream().limit(LONGEST_LIST).forEach(failure -> err.println("  " + failure));
            if (failures.size() > LONGEST_LIST) {
                line(err, "  and %,d more", failures.size() - LONGEST_LIST);
            }
            err.flush();
        }
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
