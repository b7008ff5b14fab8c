package io.orderflow.command.order.web;

import io.orderflow.api.order.command.ShipItems;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.command.platform.dispatch.IdSource;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShipItemsEndpoint {

    private final CommandDispatcher commands;
    private final IdSource ids;
    private final ChannelTime time;

    ShipItemsEndpoint(CommandDispatcher commands, IdSource ids, ChannelTime time) {
        this.commands = commands;
        this.ids = ids;
        this.time = time;
    }

    @PostMapping(
            path = OrderAnswer.ORDERS + "/{orderId}/shipments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> ship(@PathVariable UUID orderId, @RequestBody @Valid Request request) {
        Instant shippedAt = time.orNow(request.shippedAt(), "/shippedAt");
        long version = commands.dispatch(new ShipItems(
                orderId,
                ids.next(),
                request.items().stream().map(Item::toItem).toList(),
                request.carrier(),
                request.trackingNumber(),
                shippedAt));
        return OrderAnswer.ok(orderId, version);
    }

    /**
     * A shipment as a channel tells of it.
     *
     * @param items what is in it; a line that is named twice counts twice
     * @param carrier who carries it
     * @param trackingNumber the carrier's number
     * @param shippedAt the channel's own time of the shipment; now if left out
     */
    record Request(
            @NotNull @Size(min = 1, max = CreateOrderRequest.MAX_LINES) List<@NotNull @Valid Item> items,
            @NotNull @PlainText(max = 100) String carrier,
            @NotNull @PlainText(max = 100) String trackingNumber,
            @Nullable Instant shippedAt) {}

    /**
     * Units of one line in a shipment.
     *
     * @param lineId the order's line
     * @param quantity units, at most those left to ship
     */
    record Item(@NotNull UUID lineId, @NotNull @Min(1) @Max(ItemRequest.MAX_QUANTITY) Integer quantity) {

        ShipItems.Item toItem() {
            return new ShipItems.Item(lineId, quantity);
        }
    }
}
