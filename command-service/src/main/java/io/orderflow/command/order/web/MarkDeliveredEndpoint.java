package io.orderflow.command.order.web;

import io.orderflow.api.order.command.MarkDelivered;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MarkDeliveredEndpoint {

    private final CommandDispatcher commands;

    MarkDeliveredEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PostMapping(path = OrderAnswer.ORDERS + "/{orderId}/delivery", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> deliver(
            @PathVariable UUID orderId, @RequestBody(required = false) @Nullable Request request) {
        return OrderAnswer.ok(orderId, commands.dispatch(new MarkDelivered(orderId)));
    }

    /** There is nothing to say; named so that a property nobody knows is refused here too. */
    record Request() {}
}
