package io.orderflow.command.order.web;

import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.Placement;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.command.platform.dispatch.IdSource;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@EnableConfigurationProperties(OrderSettings.class)
class CreateOrderEndpoint {

    private static final String PAYMENT_TOKEN = "/paymentToken";

    private final CommandDispatcher commands;
    private final IdSource ids;
    private final ChannelTime time;
    private final OrderSettings settings;

    CreateOrderEndpoint(CommandDispatcher commands, IdSource ids, ChannelTime time, OrderSettings settings) {
        this.commands = commands;
        this.ids = ids;
        this.time = time;
        this.settings = settings;
    }

    @PostMapping(
            path = OrderAnswer.ORDERS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> create(@RequestBody @Valid CreateOrderRequest request) {
        Placement placement = placement(request);
        Instant orderedAt = time.orNow(request.orderedAt(), "/orderedAt");
        UUID orderId = request.orderId() == null ? ids.next() : request.orderId();
        long version = commands.create(new CreateOrder(
                orderId,
                request.customerId(),
                request.currency(),
                request.items().stream().map(item -> item.toLine(ids)).toList(),
                request.shippingAddress().toAddress(),
                orderedAt,
                placement,
                placement == null ? time.now().plus(settings.expiry()) : null));
        return OrderAnswer.created(orderId, version);
    }

    private static @Nullable Placement placement(CreateOrderRequest request) {
        String token = request.paymentToken();
        if (!request.placedAtOnce()) {
            if (token != null) {
                throw ProblemException.invalid(Violation.at(PAYMENT_TOKEN, "is for an order with place true only"));
            }
            return null;
        }
        if (token == null) {
            throw ProblemException.invalid(Violation.at(PAYMENT_TOKEN, "must be given when place is true"));
        }
        return new Placement(token);
    }
}
