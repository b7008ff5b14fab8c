package io.orderflow.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.order.command.RejectOrder;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.command.PaymentCommand;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.command.StockCommand;
import io.orderflow.command.fulfilment.PaymentModel.Promise;
import io.orderflow.command.order.OrderModel;
import io.orderflow.command.order.RepetitionModel;
import io.orderflow.command.order.RepetitionModel.Request;
import io.orderflow.command.stock.ProductStockModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the orders, products and payments of a small shop answer to each command, when the process may decide about an
 * order, and what is left once it has nothing more to do.
 */
final class ShopModel {

    private static final Set<OrderStatus> HOLDING = Set.of(OrderStatus.CONFIRMED, OrderStatus.PARTIALLY_SHIPPED);
    private static final Set<OrderStatus> OPEN =
            Set.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PARTIALLY_SHIPPED);

    private final Map<UUID, OrderModel> orders = new LinkedHashMap<>();
    private final Map<UUID, RepetitionModel> requests = new HashMap<>();
    private final Map<String, ProductStockModel> products = new HashMap<>();
    private final Map<UUID, PaymentModel> payments = new HashMap<>();

    Map<UUID, OrderModel> orders() {
        return orders;
    }

    boolean knows(String sku) {
        return product(sku).version() >= 0;
    }

    StockLevel level(String sku) {
        return product(sku).level();
    }

    /** The code of a refusal, or the version after a success; the model has changed when it returns. */
    Object expect(Request request) {
        OrderCommand command = request.command();
        UUID id = command.orderId();
        if (orders.containsKey(id)) {
            requireReason(command, orders.get(id));
            return requests.get(id).expect(request);
        }
        CreateOrder creation = (CreateOrder) command;
        if (creation.lines().isEmpty()) {
            return ErrorCode.LAST_LINE;
        }
        orders.put(id, OrderModel.of(creation));
        requests.put(id, new RepetitionModel(orders.get(id)));
        requests.get(id).created(request);
        return orders.get(id).version();
    }

    Object expect(StockCommand command) {
        ProductStockModel product = product(command.sku());
        ErrorCode refusal = product.expect(command);
        return refusal == null ? product.version() : refusal;
    }

    Object expect(PaymentCommand command) {
        return payments.computeIfAbsent(command.paymentId(), id -> new PaymentModel())
                .expect(command);
    }

    private void requireReason(OrderCommand command, OrderModel order) {
        if (order.status() != OrderStatus.PLACED) {
            return;
        }
        PaymentModel payment = payment(command.orderId());
        if (command instanceof ConfirmOrder) {
            assertThat(payment.promise).isEqualTo(Promise.GIVEN);
            assertThat(payment.asked).isEqualByComparingTo(order.total().amount());
            demand(order).forEach((sku, units) -> assertHeld(sku, command.orderId(), units));
        } else if (command instanceof RejectOrder reject) {
            demand(order).forEach((sku, units) -> assertHeld(sku, command.orderId(), 0));
            switch (reject.reason()) {
                case OUT_OF_STOCK -> {
                    assertThat(demand(order)).containsKey(reject.sku());
                    assertThat(product(String.valueOf(reject.sku())).hasRefused(command.orderId()))
                            .isTrue();
                    assertThat(payment.promise).isEqualTo(Promise.NOT_ASKED);
                }
                case PAYMENT_DECLINED -> assertThat(payment.promise).isEqualTo(Promise.DECLINED);
                case PAYMENT_TIMED_OUT -> assertThat(payment.promise).isEqualTo(Promise.VOIDED);
            }
        }
    }

    /** Whether the process still has something to wait for in an order's state. */
    boolean isOpen(UUID id) {
        return OPEN.contains(orders.get(id).status());
    }

    /** That nothing is half done, once every message has been handled and every deadline for an answer has passed. */
    void requireRest(UUID id) {
        OrderModel order = orders.get(id);
        assertThat(order.status()).as("state of %s", id).isNotEqualTo(OrderStatus.PLACED);
        Map<String, Long> left = new HashMap<>();
        BigDecimal shipped = BigDecimal.ZERO;
        for (OrderLine line : order.lines()) {
            int units = order.left(line.lineId());
            left.merge(line.sku(), HOLDING.contains(order.status()) ? (long) units : 0, Long::sum);
            shipped = shipped.add(worth(line, line.quantity() - units));
        }
        left.forEach((sku, units) -> assertHeld(sku, id, units));
        PaymentModel payment = payment(id);
        switch (order.status()) {
            case PENDING -> assertThat(payment.promise).isEqualTo(Promise.NOT_ASKED);
            case CANCELLED -> assertThat(payment.promise).isIn(Promise.NOT_ASKED, Promise.DECLINED, Promise.VOIDED);
            case REJECTED -> assertThat(payment.promise).isIn(Promise.NOT_ASKED, Promise.DECLINED, Promise.VOIDED);
            case CONFIRMED -> assertThat(payment.promise).isEqualTo(Promise.GIVEN);
            default -> {
                assertThat(payment.promise).isEqualTo(Promise.GIVEN);
                assertThat(payment.captured).as("taken for %s", id).isEqualByComparingTo(shipped);
            }
        }
        if (order.status() == OrderStatus.SHIPPED || order.status() == OrderStatus.DELIVERED) {
            assertThat(payment.captured).isEqualByComparingTo(order.total().amount());
        } else if (order.status() != OrderStatus.PARTIALLY_SHIPPED) {
            assertThat(payment.captured).isZero();
        }
    }

    private void assertHeld(String sku, UUID order, long units) {
        assertThat(product(sku).heldFor(order))
                .as("units of %s held for %s", sku, order)
                .isEqualTo(units);
    }

    private static BigDecimal worth(OrderLine line, int units) {
        int scale = Currency.getInstance(line.unitPrice().currency()).getDefaultFractionDigits();
        return line.unitPrice().amount().multiply(new BigDecimal(units)).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static Map<String, Long> demand(OrderModel order) {
        Map<String, Long> demand = new HashMap<>();
        order.lines().forEach(line -> demand.merge(line.sku(), (long) line.quantity(), Long::sum));
        return demand;
    }

    private PaymentModel payment(UUID order) {
        return payments.getOrDefault(PaymentId.of(order), new PaymentModel());
    }

    private ProductStockModel product(String sku) {
        return products.computeIfAbsent(sku, name -> new ProductStockModel());
    }
}
