package io.orderflow.query.orderlist;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.ordersummary.OrderListParameters;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.RequestParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code GET /orders} read to its end: by cursor, or whole as CSV. */
@RestController
class OrderListDeepEndpoint {

    private static final String FROM_THE_BEGINNING = "*";
    private static final int ORDERS_AT_ONCE = 500;
    private static final int EXPORTS_AT_ONCE = 4;

    private final Answers answers;
    private final Semaphore exports = new Semaphore(EXPORTS_AT_ONCE);

    OrderListDeepEndpoint(Answers answers) {
        this.answers = answers;
    }

    /** A slice, with the place where the next one begins in its body and as a {@code Link}. */
    @ReadsModel("order-list")
    @GetMapping(
            path = "/api/v1/orders",
            params = {"cursor", "!format"})
    ResponseEntity<OrderSlice> slice(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = OrderListParameters.ofTheList(given);
        parameters.refuseWith("cursor", "page");
        FindOrders filter =
                OrderListParameters.filter(parameters, parameters.paging().pageSize());
        OrderCursor after = parameters
                .text("cursor")
                .filter(text -> !text.equals(FROM_THE_BEGINNING))
                .map(text -> cursor(text, filter, parameters))
                .orElse(null);
        parameters.check();
        List<OrderSummary> found = read(filter, after);
        if (found.size() <= filter.pageSize()) {
            return ResponseEntity.ok(new OrderSlice(found, filter.pageSize(), null));
        }
        List<OrderSummary> items = found.subList(0, filter.pageSize());
        String next =
                OrderCursor.behind(items.get(items.size() - 1), filter.sort()).encoded();
        String link = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", next)
                .build(true)
                .getQuery();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "</api/v1/orders?" + link + ">; rel=\"next\"")
                .body(new OrderSlice(items, filter.pageSize(), next));
    }

    /** Every order that matches, a part at a time: as long as the list may be, it is never in memory as a whole. */
    @ReadsModel("order-list")
    @GetMapping(path = "/api/v1/orders", params = "format")
    ResponseEntity<StreamingResponseBody> csv(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = OrderListParameters.ofTheList(given);
        parameters.refuseWith("format", "page", "pageSize", "cursor");
        FindOrders filter = OrderListParameters.filter(parameters, ORDERS_AT_ONCE);
        if (!parameters.text("format").filter("csv"::equals).isPresent()) {
            parameters.refuse("format", "must be csv");
        }
        parameters.check();
        if (!exports.tryAcquire()) {
            throw new ProblemException(ErrorCode.OVERLOADED, "Several exports are running already");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\"")
                .body(out -> {
                    try {
                        write(filter, out);
                    } finally {
                        exports.release();
                    }
                });
    }

    private void write(FindOrders filter, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        OrderListCsv csv = new OrderListCsv(writer);
        csv.header();
        OrderCursor after = null;
        boolean more = true;
        while (more) {
            List<OrderSummary> found = read(filter, after);
            more = found.size() > filter.pageSize();
            List<OrderSummary> part = more ? found.subList(0, filter.pageSize()) : found;
            for (OrderSummary order : part) {
                csv.order(order);
            }
            writer.flush();
            if (more) {
                after = OrderCursor.behind(part.get(part.size() - 1), filter.sort());
            }
        }
    }

    private List<OrderSummary> read(FindOrders filter, @Nullable OrderCursor after) {
        return answers.all(new FindOrderSlice(filter, after), OrderSummary.class);
    }

    private static @Nullable OrderCursor cursor(String text, FindOrders filter, RequestParameters parameters) {
        OrderCursor cursor = OrderCursor.decoded(text)
                .filter(place -> place.sort() == filter.sort())
                .orElse(null);
        if (cursor == null) {
            parameters.refuse("cursor", "must be * or what the slice before gave, with the same sort");
        }
        return cursor;
    }
}
