package io.orderflow.query.orderhistory;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.RequestParameters;
import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.EventStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /orders/{id}/stream}: one order, live. */
@RestController
class OrderStreamEndpoint {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private final EventStreams streams;
    private final OrderStream orders;
    private final Answers answers;

    OrderStreamEndpoint(EventStreams streams, OrderStream orders, Answers answers) {
        this.streams = streams;
        this.orders = orders;
        this.answers = answers;
    }

    /**
     * Frames: {@code order} for the present version, or for each that the client has missed, then for each new one. Ends
     * after the last version that there can be; a client that has it already is answered 204, which tells a browser not to
     * come back.
     */
    @ReadsModel(value = "order-history", id = "orderId")
    @GetMapping("/api/v1/orders/{orderId}/stream")
    void stream(
            @PathVariable UUID orderId,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(value = LAST_EVENT_ID, required = false) @Nullable String lastSeen,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RequestParameters.ofOne(given).check();
        Long after = lastSeen == null || lastSeen.isEmpty() ? null : version(lastSeen);
        Versions first = versions(orderId, after);
        if (after != null && after > first.latest() && !orders.isReplaying()) {
            after = null; // not of this order, or of a history that is no more: the client wants to know how things
            // stand
            first = versions(orderId, after);
        }
        if (first.views().isEmpty() && first.isOver()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        EventStream stream = streams.open(request, response, closed -> orders.remove(orderId, closed));
        orders.follow(stream, orderId, first, after);
    }

    private Versions versions(UUID orderId, @Nullable Long after) {
        return answers.ifAny(new FindVersions(orderId, after, OrderStream.VERSIONS_AT_ONCE), Versions.class)
                .orElseThrow(() -> new ProblemException(ErrorCode.ORDER_NOT_FOUND, "There is no order " + orderId));
    }

    private static Long version(String lastSeen) {
        if (!VERSION.matcher(lastSeen).matches()) {
            throw ProblemException.invalid(
                    Violation.of(LAST_EVENT_ID, "must be a version, as the ids of the events are"));
        }
        return Long.valueOf(lastSeen);
    }
}
