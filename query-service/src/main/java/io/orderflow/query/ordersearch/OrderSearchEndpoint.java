package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.FindOrdersByText;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.query.ordersummary.OrderListParameters;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.paging.RequestParameters;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /orders/search}. */
@RestController
class OrderSearchEndpoint {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;

    private final Answers answers;

    OrderSearchEndpoint(Answers answers) {
        this.answers = answers;
    }

    @ReadsModel("order-search")
    @GetMapping("/api/v1/orders/search")
    OrderPage search(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = OrderListParameters.of(given, "q", "page", "pageSize");
        Paging paging = parameters.paging();
        FindOrders filter = OrderListParameters.filter(parameters, paging.pageSize());
        String text = text(parameters);
        parameters.check();
        return answers.to(new FindOrdersByText(text, filter.page(paging.page())), OrderPage.class);
    }

    private static String text(RequestParameters parameters) {
        String text = parameters.text("q").orElse("");
        if (text.length() > LONGEST) {
            parameters.refuse("q", "must have at most " + LONGEST + " characters");
            return "";
        }
        int words = SearchWords.asked(text).size();
        boolean isCounted = !parameters.isRefused("q"); // given twice it is none, which is another fault
        if (isCounted && (words == 0 || words > MOST_WORDS)) {
            parameters.refuse("q", "must have 1 to " + MOST_WORDS + " words of letters or digits");
        }
        return text;
    }
}
