package io.orderflow.system.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Compares lists of orders, by every sort and filter, with the rows that there must be. */
final class ListComparison {

    private static final List<String> SORTS = List.of("orderedAt", "createdAt", "updatedAt", "total");
    private static final List<String> STATES = List.of(
            "PENDING", "PLACED", "CONFIRMED", "PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED", "CANCELLED", "REJECTED");

    private final Reads reads;
    private final List<Map<String, Object>> rows;

    ListComparison(Reads reads, List<Map<String, Object>> rows) {
        this.reads = reads;
        this.rows = rows;
    }

    void compareSorts() {
        for (String sort : SORTS) {
            for (String direction : List.of("", "-")) {
                String path = "/orders?sort=" + direction + sort;
                List<Map<String, Object>> expected = sorted(direction + sort, row -> true);
                assertThat(reads.pages(path)).as(path).isEqualTo(expected);
                assertThat(reads.slices(path)).as(path + " by cursor").isEqualTo(expected);
            }
        }
    }

    void compareFilters(Set<String> customers, Random random) {
        for (String status : STATES) {
            compare("/orders?status=" + status, "-orderedAt", row -> row.get("status")
                    .equals(status));
        }
        for (String customer : customers) {
            Predicate<Map<String, Object>> theirs = row -> row.get("customerId").equals(customer);
            compare("/orders?customerId=" + customer, "-orderedAt", theirs);
            compare("/customers/" + customer + "/orders", "-orderedAt", theirs);
        }
        for (int i = 0; i < 8; i++) {
            Instant from = time(any(random));
            Instant to = from.plus(random.nextInt(60 * 24), ChronoUnit.HOURS);
            String status = STATES.get(random.nextInt(STATES.size()));
            Predicate<Map<String, Object>> within =
                    row -> !time(row).isBefore(from) && time(row).isBefore(to);
            compare("/orders?from=%s&to=%s".formatted(from, to), "-orderedAt", within);
            compare(
                    "/orders?from=%s&to=%s&status=%s,PENDING&sort=-total".formatted(from, to, status),
                    "-total",
                    within.and(row -> List.of(status, "PENDING").contains(row.get("status"))));
            String customer = (String) any(random).get("customerId");
            compare(
                    "/orders?from=%s&customerId=%s&status=%s&sort=total".formatted(from, customer, status),
                    "total",
                    row -> !time(row).isBefore(from)
                            && row.get("customerId").equals(customer)
                            && row.get("status").equals(status));
        }
    }

    private void compare(String path, String sort, Predicate<Map<String, Object>> filter) {
        assertThat(reads.pages(path)).as(path).isEqualTo(sorted(sort, filter));
    }

    private List<Map<String, Object>> sorted(String sort, Predicate<Map<String, Object>> filter) {
        boolean descending = sort.startsWith("-");
        String column = descending ? sort.substring(1) : sort;
        Comparator<Map<String, Object>> ascending = column.equals("total")
                ? Comparator.comparing(ListComparison::amount)
                : Comparator.comparing(row -> Instant.parse((String) row.get(column)));
        ascending = ascending.thenComparing(row -> (String) row.get("orderId"));
        return rows.stream()
                .filter(filter)
                .sorted(descending ? ascending.reversed() : ascending)
                .toList();
    }

    private Map<String, Object> any(Random random) {
        return rows.get(random.nextInt(rows.size()));
    }

    private static Instant time(Map<String, Object> row) {
        return Instant.parse((String) row.get("orderedAt"));
    }

    private static BigDecimal amount(Map<String, Object> row) {
        return new BigDecimal((String) ((Map<?, ?>) row.get("total")).get("amount"));
    }
}
