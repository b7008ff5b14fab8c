package io.orderflow.api.stock;

/** What one unit of a product is. More may be added. */
public enum StockUnit {
    /** A thing that is sold as it is. */
    PIECE
}
