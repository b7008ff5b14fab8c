package io.orderflow.api.stock.command;

/** A command about the stock of one product. */
public sealed interface StockCommand permits AdjustStock, CommitStock, RegisterStock, ReleaseStock, ReserveStock {

    /** The product it is about. */
    String sku();

    /** The event stream of that product, and the key by which the command is routed. */
    String stream();
}
