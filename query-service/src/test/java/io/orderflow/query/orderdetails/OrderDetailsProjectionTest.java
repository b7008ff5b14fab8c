package io.orderflow.query.orderdetails;

import static io.orderflow.query.platform.projection.EventFeed.START;
import static io.orderflow.query.platform.projection.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.api.order.query.FindOrder;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.PaymentStatus;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.query.platform.projection.ProjectionContract;
import io.orderflow.query.platform.projection.Sample;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderDetailsProjectionTest extends ProjectionContract {

    private static final UUID ORDER = id(1);

    @Autowired
    private OrderDetailsQueries queries;

    @Override
    protected Class<?> projection() {
        return OrderDetailsProjection.class;
    }

    @Override
    protected List<Class<?>> followed() {
        return List.of(OrderEvent.class, PaymentEvent.class, CustomerEvent.class);
    }

    @Override
    protected List<Object> history() {
        return Sample.history();
    }

    @Test
    void shows_nothing_for_an_order_that_nobody_opened() {
        assertThat(queries.handle(new FindOrder(ORDER))).isEmpty();
    }

    @Test
    void shows_an_opened_order_in_full() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), opened(ORDER));
        assertThat(order())
                .isEqualTo(new OrderView(
                        ORDER,
                        ADA,
                        "Ada",
                        OrderStatus.PENDING,
                        eur("7.83"),
                        4,
                        List.of(
                                new OrderView.Line(FIRST_LINE, "A-1", "Product A-1", 3, 0, eur("2.50"), eur("7.50")),
                                new OrderView.Line(
                                        SECOND_LINE, "B-2", "Product B-2", 1, 0, eur("0.333333"), eur("0.33"))),
                        HOME,
                        null,
                        List.of(),
                        null,
                        null,
                        ORDERED,
                        START.plusSeconds(1),
                        opened(ORDER).expiresAt(),
                        null,
                        null,
                        null,
                        null,
                        START.plusSeconds(1),
                        0));
    }

    @Test
    void follows_edits_and_keeps_the_lines_in_the_order_in_which_they_were_added() {
        feed.publish(
                opened(ORDER),
                added(ORDER, line(THIRD_LINE, "A-1", 2, "5.00"), "17.83"),
                quantity(ORDER, FIRST_LINE, 7, "27.83"),
                removed(ORDER, SECOND_LINE, "27.50"),
                added(ORDER, line(SECOND_LINE, "Z-9", 1, "1.00"), "28.50"),
                new ShippingAddressChanged(ORDER, WORK));
        OrderView order = order();
        assertThat(order.lines())
                .extracting(OrderView.Line::lineId, OrderView.Line::sku, OrderView.Line::quantity)
                .containsExactly(
                        tuple(FIRST_LINE, "A-1", 7), tuple(THIRD_LINE, "A-1", 2), tuple(SECOND_LINE, "Z-9", 1));
        assertThat(order.itemCount()).isEqualTo(10);
        assertThat(order.total()).isEqualTo(eur("28.50"));
        assertThat(order.shippingAddress()).isEqualTo(WORK);
        assertThat(order.version()).isEqualTo(5);
    }

    @Test
    void follows_an_order_through_two_shipments_to_its_delivery() {
        OrderCreated created = created(ORDER, ADA, ORDERED);
        feed.publish(created, placed(created), requested(ORDER, "10.00"), authorised(ORDER, "10.00"));
        feed.publish(new OrderConfirmed(ORDER), shipped(ORDER, 1, FIRST_LINE, 4, false));
        feed.publish(captured(ORDER, "4.00", "4.00", false));

        assertThat(order().status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(order().lines().get(0).shippedQuantity()).isEqualTo(4);
        assertThat(order().payment()).isEqualTo(payment(PaymentStatus.PARTIALLY_CAPTURED, "4.00", "0.00"));

        feed.publish(shipped(ORDER, 2, FIRST_LINE, 6, true), captured(ORDER, "6.00", "10.00", true));
        feed.publish(new OrderDelivered(ORDER));

        OrderView order = order();
        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(order.lines().get(0).shippedQuantity()).isEqualTo(10);
        assertThat(order.payment()).isEqualTo(payment(PaymentStatus.CAPTURED, "10.00", "0.00"));
        assertThat(order.shipments())
                .containsExactly(
                        new OrderView.Shipment(
                                id(0x5001),
                                "DHL",
                                "track-1",
                                ORDERED.plusSeconds(3600),
                                List.of(new OrderView.ShippedItem(FIRST_LINE, 4))),
                        new OrderView.Shipment(
                                id(0x5002),
                                "DHL",
                                "track-2",
                                ORDERED.plusSeconds(7200),
                                List.of(new OrderView.ShippedItem(FIRST_LINE, 6))));
        assertThat(order.placedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(order.confirmedAt()).isEqualTo(START.plusSeconds(4));
        assertThat(order.shippedAt()).isEqualTo(ORDERED.plusSeconds(7200));
        assertThat(order.deliveredAt()).isEqualTo(START.plusSeconds(9));
        assertThat(order.updatedAt()).isEqualTo(START.plusSeconds(9));
        assertThat(order.version()).isEqualTo(5);
    }

    @Test
    void says_why_an_order_was_rejected() {
        OrderCreated created = created(ORDER, ADA, ORDERED);
        feed.publish(created, placed(created), rejected(ORDER, RejectionReason.OUT_OF_STOCK, "A-1"));
        assertThat(order().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order().rejection())
                .isEqualTo(new OrderView.Rejection(RejectionReason.OUT_OF_STOCK, "A-1", "Could not be fulfilled."));
    }

    @Test
    void says_why_an_order_was_cancelled() {
        feed.publish(opened(ORDER), new OrderCancelled(ORDER, "changed my mind"));
        assertThat(order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order().cancellationReason()).isEqualTo("changed my mind");
        assertThat(order().expiresAt()).isNull();
    }

    @Test
    void shows_an_expired_order_as_cancelled() {
        feed.publish(opened(ORDER), new OrderExpired(ORDER));
        assertThat(order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order().cancellationReason()).isEqualTo("expired");
    }

    @Test
    void follows_a_payment_that_is_declined() {
        feed.publish(opened(ORDER), requested(ORDER, "10.00"));
        assertThat(order().payment()).isEqualTo(payment(PaymentStatus.REQUESTED, "0.00", "0.00"));
        feed.publish(declined(ORDER));
        assertThat(order().payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(order().payment().declineReason()).isEqualTo("no funds");
        assertThat(order().version()).isZero();
        assertThat(order().updatedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void follows_a_payment_that_is_voided() {
        feed.publish(opened(ORDER), requested(ORDER, "10.00"), authorised(ORDER, "10.00"));
        assertThat(order().payment()).isEqualTo(payment(PaymentStatus.AUTHORISED, "0.00", "0.00"));
        feed.publish(voided(ORDER));
        assertThat(order().payment()).isEqualTo(payment(PaymentStatus.VOIDED, "0.00", "0.00"));
    }

    @Test
    void follows_a_payment_that_is_refunded() {
        feed.publish(opened(ORDER), requested(ORDER, "10.00"), authorised(ORDER, "10.00"));
        feed.publish(captured(ORDER, "10.00", "10.00", true), refunded(ORDER, "2.50"));
        assertThat(order().payment()).isEqualTo(payment(PaymentStatus.REFUNDED, "10.00", "2.50"));
    }

    @Test
    void shows_the_customers_present_name_whichever_comes_first() {
        feed.publish(opened(ORDER));
        assertThat(order().customerName()).isNull();
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        assertThat(order().customerName()).isEqualTo("Ada");
        feed.publish(new CustomerRenamed(ADA, "Ada King"));
        assertThat(order().customerName()).isEqualTo("Ada King");
        feed.publish(new CustomerErased(ADA));
        assertThat(order().customerName()).isNull();
    }

    @Test
    void keeps_the_largest_amounts_and_the_finest_prices_exactly() {
        Money price = new Money(new BigDecimal("999999999.999999"), "JPY");
        var line = new OrderLine(FIRST_LINE, "A-1", "Product", 1_000, price);
        feed.publish(new OrderCreated(ORDER, ADA, "JPY", List.of(line), line.total(), HOME, ORDERED, null));
        assertThat(order().total()).isEqualTo(new Money(new BigDecimal("1000000000000"), "JPY"));
        assertThat(order().lines().get(0).unitPrice()).isEqualTo(price);
        assertThat(order().lines().get(0).lineTotal()).isEqualTo(order().total());
    }

    private OrderView order() {
        return queries.handle(new FindOrder(ORDER)).orElseThrow();
    }

    private static OrderView.Payment payment(PaymentStatus status, String captured, String refunded) {
        return new OrderView.Payment(PaymentId.of(ORDER), status, eur("10.00"), eur(captured), eur(refunded), null);
    }
}
