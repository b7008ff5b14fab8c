package io.orderflow.query.orderdetails;

import static io.orderflow.query.platform.projection.Columns.money;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.query.OrderView;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/** One line of an order. What was shipped of it stands with the shipments only, so that shipping changes no line. */
@Entity
@Table(name = "order_details_line")
class OrderDetailsLineRow {

    @EmbeddedId
    private Key key;

    @Column(name = "position")
    private int position;

    @Column(name = "sku")
    private String sku;

    @Column(name = "product_name")
    private String productName;

    @Column(name = "quantity")
    private int quantity;

    @Column(name = "unit_price", precision = 25, scale = 6)
    private BigDecimal unitPrice;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderDetailsLineRow() {}

    OrderDetailsLineRow(UUID orderId, int position, OrderLine line) {
        this.key = new Key(orderId, line.lineId());
        this.position = position;
        this.sku = line.sku();
        this.productName = line.productName();
        this.quantity = line.quantity();
        this.unitPrice = line.unitPrice().amount();
    }

    UUID lineId() {
        return key.lineId();
    }

    int quantity() {
        return quantity;
    }

    /** Sets the quantity and tells by how much it grew. */
    int changeQuantity(int newQuantity) {
        int delta = newQuantity - quantity;
        quantity = newQuantity;
        return delta;
    }

    OrderView.Line view(String currency, int shippedQuantity) {
        Money price = money(unitPrice, currency);
        return new OrderView.Line(
                key.lineId(), sku, productName, quantity, shippedQuantity, price, price.times(quantity));
    }

    @Embeddable
    record Key(@Column(name = "order_id") UUID orderId, @Column(name = "line_id") UUID lineId)
            implements Serializable {}
}
