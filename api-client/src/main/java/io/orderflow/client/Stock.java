package io.orderflow.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes about stock. */
public final class Stock {

    private final Exchange exchange;
    private final Route commands;
    private final Route queries;

    Stock(Exchange exchange, Route commands, Route queries) {
        this.exchange = exchange;
        this.commands = commands;
        this.queries = queries;
    }

    /** Makes a product known. After a lost answer, STOCK_ALREADY_REGISTERED may mean that it is done. */
    public StockAck register(String sku, String productName, long onHand) {
        return send(new Call("POST", commands.to("stock"), new Registration(sku, productName, onHand), true));
    }

    /**
     * Adds or takes units. Not repeated once it may have happened.
     *
     * @throws OutcomeUnknown if it may have happened; {@link #find} tells
     */
    public StockAck adjust(String sku, long delta, String reason) {
        return send(new Call("POST", commands.to("stock", sku, "adjustments"), new Adjustment(delta, reason), false));
    }

    /** The stock of one product, if the read side has it. */
    public Optional<StockView> find(String sku) {
        return exchange.find(Call.get(queries.to("stock", sku)), exchange.json().type(StockView.class));
    }

    /**
     * A page of products, by SKU.
     *
     * @param low only products with at most so many units available; null for all
     * @param page page number, from 1
     * @param pageSize products on a page, 1 to 100
     */
    public Page<StockView> list(@Nullable Long low, int page, int pageSize) {
        return exchange.send(
                Call.get(Route.with(queries.to("stock"), "low", low, "page", page, "pageSize", pageSize)),
                exchange.json().pageOf(StockView.class));
    }

    private StockAck send(Call call) {
        return exchange.send(call, exchange.json().type(StockAck.class));
    }

    private record Registration(String sku, String productName, long onHand) {}

    private record Adjustment(long delta, String reason) {}
}
