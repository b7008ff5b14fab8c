package io.orderflow.query.orderhistory;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.query.FindOrderAsOf;
import io.orderflow.api.order.query.FindOrderAtVersion;
import io.orderflow.api.order.query.FindOrderHistory;
import io.orderflow.api.order.query.OrderAsOf;
import io.orderflow.api.order.query.OrderHistoryPage;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import io.orderflow.platform.web.EntityTag;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.paging.RequestParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /orders/{id}/history}, and {@code GET /orders/{id}} with {@code asOfVersion} or {@code asOf}.
 *
 * <p>The latter share their address with the order as it stands. They are routes of their own, told apart by the
 * parameter, because they read another model: {@code minVersion} has to wait for this one.
 */
@RestController
class OrderHistoryEndpoint {

    private static final String ORDER = "/api/v1/orders/{orderId:(?!search$|stream$).+}";
    private static final String VERSION = "asOfVersion";
    private static final String TIME = "asOf";

    private final Answers answers;

    OrderHistoryEndpoint(Answers answers) {
        this.answers = answers;
    }

    @ReadsModel(value = "order-history", id = "orderId")
    @GetMapping("/api/v1/orders/{orderId}/history")
    OrderHistoryPage history(@PathVariable UUID orderId, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.ofOne(given, "payload", "page", "pageSize");
        boolean withPayload = parameters
                .choice("payload", OrderHistoryEndpoint::truth, List.of("true", "false"))
                .orElse(false);
        Paging paging = parameters.paging();
        parameters.check();
        FindOrderHistory query = new FindOrderHistory(orderId, paging.page(), paging.pageSize(), withPayload);
        return answers.ifAny(query, OrderHistoryPage.class).orElseThrow(() -> unknown(orderId));
    }

    @ReadsModel(value = "order-history", id = "orderId")
    @GetMapping(path = ORDER, params = VERSION)
    OrderView orderAtVersion(
            @PathVariable UUID orderId,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletResponse response) {
        RequestParameters parameters = RequestParameters.ofOne(given, VERSION, TIME);
        if (given.containsKey(TIME)) {
            parameters.refuse(TIME, "cannot be given together with " + VERSION);
        }
        Long version = parameters.number(VERSION, 0, Integer.MAX_VALUE);
        parameters.check();
        FindOrderAtVersion query = new FindOrderAtVersion(orderId, present(VERSION, version));
        return show(
                orderId,
                query,
                order -> new ProblemException(
                        ErrorCode.ORDER_VERSION_NOT_FOUND, "The order's latest version is " + order.latestVersion()),
                response);
    }

    @ReadsModel(value = "order-history", id = "orderId")
    @GetMapping(
            path = ORDER,
            params = {TIME, "!" + VERSION})
    OrderView orderAsOf(
            @PathVariable UUID orderId,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletResponse response) {
        RequestParameters parameters = RequestParameters.ofOne(given, VERSION, TIME);
        Instant at = parameters.instant(TIME);
        parameters.check();
        return show(
                orderId,
                new FindOrderAsOf(orderId, present(TIME, at)),
                order -> new ProblemException(
                        ErrorCode.ORDER_NOT_CREATED_YET, "The order was recorded at " + order.createdAt()),
                response);
    }

    /** The entity tag is for {@code If-Match}; there is no 304, as a payment or a name may differ at the same version. */
    private OrderView show(
            UUID orderId, Object query, Function<OrderAsOf, ProblemException> missing, HttpServletResponse response) {
        OrderAsOf answer = answers.ifAny(query, OrderAsOf.class).orElseThrow(() -> unknown(orderId));
        OrderView order = answer.order();
        if (order == null) {
            throw missing.apply(answer);
        }
        response.setHeader(HttpHeaders.ETAG, EntityTag.of(order.version()));
        return order;
    }

    /** An empty value is none elsewhere; here the order as it stands now would be taken for that of another time. */
    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(Violation.of(name, "must have a value"));
        }
        return value;
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static ProblemException unknown(UUID orderId) {
        return new ProblemException(ErrorCode.ORDER_NOT_FOUND, "There is no order " + orderId);
    }
}
