package io.orderflow.system.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares searches with a look at every word of every expected order. */
final class SearchComparison {

    private static final int SEARCHES = 120;
    /** A full page may be incomplete, and would say so. */
    private static final int FEWER_THAN = 50;

    private final Reads reads;
    private final List<Map<String, Object>> rows;
    private final Map<String, Set<String>> wordsByOrder;

    /** @param wordsByOrder see {@link #words} */
    SearchComparison(Reads reads, List<Map<String, Object>> rows, Map<String, Set<String>> wordsByOrder) {
        this.reads = reads;
        this.rows = rows.stream()
                .sorted(Comparator.comparing((Map<String, Object> row) -> (String) row.get("orderedAt"))
                        .thenComparing(row -> (String) row.get("orderId"))
                        .reversed())
                .toList();
        this.wordsByOrder = wordsByOrder;
    }

    void compare(Random random) {
        int found = 0;
        for (int search = 0; search < SEARCHES; search++) {
            Map<String, Object> row = rows.get(random.nextInt(rows.size()));
            List<String> words = new ArrayList<>();
            for (int more = 1 + random.nextInt(2); more > 0; more--) {
                words.add(beginning(wordsByOrder.get((String) row.get("orderId")), random));
            }
            String customer = random.nextBoolean() ? (String) row.get("customerId") : null;
            List<Map<String, Object>> expected = matching(words, customer);
            if (expected.size() < FEWER_THAN) {
                found++;
                String text = URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
                String path = "/orders/search?q=" + text + (customer == null ? "" : "&customerId=" + customer);
                assertThat(reads.pages(path)).as(path).isEqualTo(expected);
            }
        }
        assertThat(found).as("searches that could be compared").isGreaterThan(SEARCHES / 2);
    }

    /** The words by which an order is found: each as it is without its punctuation, and the parts between that. */
    static Set<String> words(ExpectedOrder order, @Nullable String customerName) {
        Set<String> words = new HashSet<>();
        add(words, order.id.toString());
        add(words, customerName == null ? "" : customerName);
        order.now.lines.values().forEach(line -> {
            add(words, line.sku());
            add(words, line.productName());
        });
        order.now.shipments.forEach(shipment -> add(words, (String) shipment.get("trackingNumber")));
        add(words, (String) ((Map<?, ?>) order.now.shown.get("shippingAddress")).get("city"));
        return words;
    }

    private static void add(Set<String> words, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (String word : plain.split("\\s+")) {
            words.add(word.replaceAll("[^\\p{L}\\p{N}]", ""));
            words.addAll(List.of(word.split("[^\\p{L}\\p{N}]+")));
        }
        words.remove("");
    }

    /** Of a word that no part of an id looks like, and whose letters leave no doubt what they are without an accent. */
    private static String beginning(Set<String> words, Random random) {
        List<String> clear = words.stream()
                .filter(word -> word.matches("[a-z0-9]{3,}"))
                .filter(word ->
                        word.matches("[0-9a-f]{32}") || word.substring(0, 3).matches(".*[g-z].*"))
                .sorted()
                .toList();
        String word = clear.get(random.nextInt(clear.size()));
        int shortest = word.length() == 32 ? 12 : 3;
        return word.substring(0, shortest + random.nextInt(word.length() - shortest + 1));
    }

    private List<Map<String, Object>> matching(List<String> words, @Nullable String customer) {
        return rows.stream()
                .filter(row -> customer == null || customer.equals(row.get("customerId")))
                .filter(row -> words.stream().allMatch(word -> wordsByOrder.get((String) row.get("orderId")).stream()
                        .anyMatch(known -> known.startsWith(word))))
                .toList();
    }
}
