package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.query.ordersummary.OrderListConditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which of the candidates match, in the order asked for. Every text is a constant; what the caller gave is a parameter.
 *
 * @param text the query, without what is selected
 * @param parameters its values
 */
record OrderSearchStatement(String text, Map<String, Object> parameters) {

    private static final String ROWS =
            " from OrderSearchRow o left join OrderSearchCustomerRow c on c.customerId = o.customerId";

    static OrderSearchStatement of(List<String> words, FindOrders filter, Candidates candidates) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        // an array: a list would be a parameter for each id, and another statement for each number of them
        conditions.add("o.orderId = function('some', :candidates)");
        parameters.put("candidates", candidates.orderIds().toArray(UUID[]::new));
        conditions.addAll(OrderListConditions.of(filter, parameters));
        for (int i = 0; i < words.size(); i++) {
            conditions.add(occurs(words.get(i), i, parameters));
        }
        return new OrderSearchStatement(ROWS + OrderListConditions.where(conditions), parameters);
    }

    /** In a text of words each begins with a space; a name that is not known is as good as none. */
    private static String occurs(String word, int number, Map<String, Object> parameters) {
        parameters.put("word" + number, SearchWords.beginningOf(word));
        String anywhere = "locate(:word%1$d, o.words) > 0 or locate(:word%1$d, c.words) > 0";
        Optional<IdRange> ids = IdRange.of(word);
        if (ids.isPresent()) {
            parameters.put("first" + number, ids.get().first());
            parameters.put("last" + number, ids.get().last());
            anywhere += " or o.orderId between :first%1$d and :last%1$d";
        }
        return "(" + anywhere.formatted(number) + ")";
    }
}
