package io.orderflow.command.stock.web;

import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegisterStockEndpoint {

    private final CommandDispatcher commands;

    RegisterStockEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PostMapping(
            path = StockAnswer.STOCK,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StockAnswer> register(@RequestBody @Valid Request request) {
        long version = commands.create(new RegisterStock(request.sku(), request.productName(), request.onHand()));
        return StockAnswer.created(request.sku(), version);
    }

    /**
     * A product and what there is of it.
     *
     * @param sku its stock keeping unit
     * @param productName its name
     * @param onHand units on hand
     */
    record Request(
            @NotNull @PlainText(max = 64, trimmed = true) String sku,
            @NotNull @PlainText(max = 200) String productName,
            @NotNull @Min(0) @Max(1_000_000_000) Long onHand) {}
}
