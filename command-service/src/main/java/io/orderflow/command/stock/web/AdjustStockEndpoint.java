package io.orderflow.command.stock.web;

import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AdjustStockEndpoint {

    private static final long MOST = 1_000_000_000;

    private final CommandDispatcher commands;

    AdjustStockEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PostMapping(
            path = StockAnswer.STOCK + "/{sku}/adjustments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StockAnswer> adjust(
            @PathVariable @PlainText(max = 64, trimmed = true) String sku, @RequestBody @Valid Request request) {
        if (request.delta() == 0) {
            throw ProblemException.invalid(Violation.at("/delta", "must not be 0"));
        }
        return StockAnswer.ok(sku, commands.dispatch(new AdjustStock(sku, request.delta(), request.reason())));
    }

    /**
     * How the units on hand change.
     *
     * @param delta units received, or written off if negative; not 0
     * @param reason why, in the caller's words; kept with the change
     */
    record Request(@NotNull @Min(-MOST) @Max(MOST) Long delta, @NotNull @PlainText(max = 500) String reason) {}
}
