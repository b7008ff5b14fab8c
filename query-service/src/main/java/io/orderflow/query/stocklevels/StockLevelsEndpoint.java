package io.orderflow.query.stocklevels;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.query.FindReservations;
import io.orderflow.api.stock.query.FindStockLevel;
import io.orderflow.api.stock.query.FindStockLevels;
import io.orderflow.api.stock.query.ReservationPage;
import io.orderflow.api.stock.query.StockPage;
import io.orderflow.api.stock.query.StockView;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.web.EntityTag;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.paging.RequestParameters;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /stock} and {@code GET /stock/{sku}}. */
@RestController
class StockLevelsEndpoint {

    private static final int LONGEST_SKU = 64;

    private final Answers answers;

    StockLevelsEndpoint(Answers answers) {
        this.answers = answers;
    }

    @ReadsModel("stock-levels")
    @GetMapping("/api/v1/stock")
    StockPage levels(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.ofList(given, "low", "page", "pageSize");
        Long low = parameters.number("low", 0, Long.MAX_VALUE);
        Paging paging = parameters.paging();
        parameters.check();
        return answers.to(new FindStockLevels(low, paging.page(), paging.pageSize()), StockPage.class);
    }

    @ReadsModel(value = "stock-levels", id = "sku")
    @GetMapping("/api/v1/stock/{sku}")
    ResponseEntity<StockView> level(@PathVariable String sku, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.ofOne(given);
        check(sku, parameters);
        StockView stock =
                answers.ifAny(new FindStockLevel(sku), StockView.class).orElseThrow(() -> unknown(sku));
        return ResponseEntity.ok().eTag(EntityTag.of(stock.version())).body(stock);
    }

    /** What holds the units that are reserved. */
    @ReadsModel("stock-levels")
    @GetMapping("/api/v1/stock/{sku}/reservations")
    ReservationPage reservations(@PathVariable String sku, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.ofList(given, "page", "pageSize");
        Paging paging = parameters.paging();
        check(sku, parameters);
        return answers.ifAny(new FindReservations(sku, paging.page(), paging.pageSize()), ReservationPage.class)
                .orElseThrow(() -> unknown(sku));
    }

    private static ProblemException unknown(String sku) {
        return new ProblemException(ErrorCode.STOCK_NOT_FOUND, "There is no stock of " + sku);
    }

    private static void check(String sku, RequestParameters parameters) {
        if (sku.length() > LONGEST_SKU || sku.chars().anyMatch(Character::isISOControl)) {
            parameters.refuse("sku", "must have 1 to " + LONGEST_SKU + " characters, none of them a control character");
        }
        parameters.check();
    }
}
