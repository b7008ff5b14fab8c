package io.orderflow.command.order.web;

import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancelOrderEndpoint {

    private static final int MAX_REASON = 500;

    private final CommandDispatcher commands;

    CancelOrderEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PostMapping(
            path = OrderAnswer.ORDERS + "/{orderId}/cancellation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> cancel(@PathVariable UUID orderId, @RequestBody @Valid Request request) {
        return cancel(orderId, request.reason());
    }

    @DeleteMapping(path = OrderAnswer.ORDERS + "/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> delete(
            @PathVariable UUID orderId, @RequestParam @PlainText(max = MAX_REASON) String reason) {
        return cancel(orderId, reason);
    }

    private ResponseEntity<OrderAnswer> cancel(UUID orderId, String reason) {
        return OrderAnswer.ok(orderId, commands.dispatch(new CancelOrder(orderId, reason)));
    }

    /**
     * What a caller says to call an order off.
     *
     * @param reason why, in the caller's words; kept with the order and counted in the statistics
     */
    record Request(@NotNull @PlainText(max = MAX_REASON) String reason) {}
}
