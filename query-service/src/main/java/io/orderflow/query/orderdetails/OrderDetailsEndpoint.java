package io.orderflow.query.orderdetails;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.query.FindOrder;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.web.EntityTag;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.RequestParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /orders/{id}} as it stands; with {@code asOfVersion} or {@code asOf} it is answered from the order history. */
@RestController
class OrderDetailsEndpoint {

    /** An entity tag as this route gives it, weak or not: for a GET the difference does not count. */
    private static final Pattern VERSION_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private static final int MOST_TAGS = 10;

    private final Answers answers;

    OrderDetailsEndpoint(Answers answers) {
        this.answers = answers;
    }

    /**
     * The entity tag is the order's version, for {@code If-Match}. Whether the whole view is as it was at that version is
     * asked of the read model (see {@link OrderUnchanged}), so the answer is written here: in a {@code ResponseEntity}
     * Spring would compare the tags alone and answer 304 although a payment or a name has changed.
     */
    @ReadsModel(value = "order-details", id = "orderId")
    @GetMapping("/api/v1/orders/{orderId:(?!search$|stream$).+}") // both are routes, never an order's id
    @Nullable
    OrderView order(
            @PathVariable UUID orderId,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable List<String> seen,
            HttpServletResponse response) {
        RequestParameters.ofOne(given, "asOfVersion", "asOf").check();
        for (long version : versions(seen)) {
            if (answers.to(new OrderUnchanged(orderId, version), Boolean.class)) {
                response.setHeader(HttpHeaders.ETAG, EntityTag.of(version));
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return null;
            }
        }
        OrderView order = answers.ifAny(new FindOrder(orderId), OrderView.class)
                .orElseThrow(() -> new ProblemException(ErrorCode.ORDER_NOT_FOUND, "There is no order " + orderId));
        response.setHeader(HttpHeaders.ETAG, EntityTag.of(order.version()));
        return order;
    }

    private static long[] versions(@Nullable List<String> tags) {
        return tags == null
                ? new long[0]
                : VERSION_TAG
                        .matcher(String.join(",", tags))
                        .results()
                        .map((MatchResult tag) -> tag.group(1))
                        .mapToLong(Long::parseLong)
                        .distinct()
                        .limit(MOST_TAGS)
                        .toArray();
    }
}
