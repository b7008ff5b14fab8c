package io.orderflow.command.order.web;

import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeItemQuantityEndpoint {

    private final CommandDispatcher commands;

    ChangeItemQuantityEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PatchMapping(
            path = OrderAnswer.ORDERS + "/{orderId}/items/{lineId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> change(
            @PathVariable UUID orderId, @PathVariable UUID lineId, @RequestBody @Valid Request request) {
        return OrderAnswer.ok(orderId, commands.dispatch(new ChangeItemQuantity(orderId, lineId, request.quantity())));
    }

    /**
     * What a caller says to change a line.
     *
     * @param quantity units ordered from now on
     */
    record Request(@NotNull @Min(1) @Max(ItemRequest.MAX_QUANTITY) Integer quantity) {}
}
