package io.orderflow.query.orderlist;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.RequestParameters;
import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.EventStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /orders/stream}: the list of orders, live. */
@RestController
class OrderListStreamEndpoint {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final EventStreams streams;
    private final OrderListStream list;

    OrderListStreamEndpoint(EventStreams streams, OrderListStream list) {
        this.streams = streams;
        this.list = list;
    }

    /** Frames: {@code snapshot} first, then {@code order} for each change and {@code left} for what matches no more. */
    @ReadsModel("order-list")
    @GetMapping("/api/v1/orders/stream")
    void stream(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastSeen,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RequestParameters parameters = RequestParameters.ofList(given, "status", "customerId");
        Set<OrderStatus> statuses = parameters.anyOf("status", OrderStatus.class);
        UUID customerId = parameters.id("customerId");
        parameters.check();
        EventStream stream = streams.open(request, response, list::remove);
        // an id that is none of ours is as good as none
        Long resumeAfter = lastSeen != null && ID.matcher(lastSeen).matches() ? Long.valueOf(lastSeen) : null;
        list.add(stream, new OrderListFilter(statuses, customerId), resumeAfter);
    }
}
