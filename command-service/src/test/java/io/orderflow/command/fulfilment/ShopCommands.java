package io.orderflow.command.fulfilment;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.api.order.command.ChangeShippingAddress;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.MarkDelivered;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.api.order.command.Placement;
import io.orderflow.api.order.command.RemoveOrderItem;
import io.orderflow.api.order.command.ShipItems;
import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.command.StockCommand;
import io.orderflow.command.order.OrderModel;
import io.orderflow.command.order.RepetitionModel.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the callers of a small shop may think of: mostly sensible, sometimes too late, wrong, or said before. */
final class ShopCommands {

    static final List<String> SKUS = List.of("DESK", "LAMP", "SOFA");

    private static final List<String> TOKENS =
            List.of("tok_approve", "tok_approve", "tok_approve", "tok_approve", "tok_decline", "tok_never");
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "JPY", "KWD");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final int LINES = 4;
    private static final int SHIPMENTS = 5;

    private final Random random;
    private final int orders;
    private final Map<UUID, List<Request>> sent = new HashMap<>();
    private int requests;

    ShopCommands(Random random) {
        this.random = random;
        this.orders = 2 + random.nextInt(2);
    }

    Request next(Map<UUID, OrderModel> known) {
        UUID id = id(100 + random.nextInt(orders));
        Request request = request(id, known.get(id));
        sent.computeIfAbsent(id, order -> new ArrayList<>()).add(request);
        return request;
    }

    StockCommand ofStock(ShopModel shop) {
        String sku = SKUS.get(random.nextInt(SKUS.size()));
        // what nobody has heard of has no stream, which is another refusal than that of an aggregate
        return random.nextInt(4) == 0 || !shop.knows(sku)
                ? new RegisterStock(sku, "The " + sku, random.nextInt(30))
                : new AdjustStock(sku, random.nextInt(17) - 8, "count");
    }

    private Request request(UUID id, @Nullable OrderModel order) {
        List<Request> before = sent.getOrDefault(id, List.of());
        if (order == null) {
            return new Request(creation(id), randomKey(), fingerprint(), null);
        }
        Request earlier = before.get(random.nextInt(before.size()));
        Long expected = random.nextInt(5) > 0 ? null : order.version() - random.nextInt(4) / 3;
        return switch (random.nextInt(8)) {
            // the same again, whatever version it expects now
            case 0 -> new Request(earlier.command(), earlier.key(), earlier.fingerprint(), expected);
            // another request under a key that may have been used
            case 1 -> new Request(command(id, order), earlier.key(), fingerprint(), expected);
            default -> new Request(command(id, order), randomKey(), fingerprint(), expected);
        };
    }

    private OrderCommand command(UUID id, OrderModel order) {
        return switch (order.status()) {
            case PENDING ->
                switch (random.nextInt(4)) {
                    case 0 -> place(id);
                    case 1 -> edit(id);
                    default -> any(id, order);
                };
            case CONFIRMED, PARTIALLY_SHIPPED -> random.nextInt(3) > 0 ? ship(id, order) : any(id, order);
            case SHIPPED -> random.nextBoolean() ? new MarkDelivered(id) : any(id, order);
            default -> any(id, order);
        };
    }

    private OrderCommand any(UUID id, OrderModel order) {
        return switch (random.nextInt(12)) {
            case 0 -> creation(id);
            case 1, 2 -> place(id);
            case 3, 4, 5 -> edit(id);
            case 6, 7 -> ship(id, order);
            case 8 -> new MarkDelivered(id);
            case 9 -> new CancelOrder(id, "no");
            default -> edit(id);
        };
    }

    private OrderCommand edit(UUID id) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new AddOrderItem(id, line(random.nextInt(20) == 0 ? "USD" : currencyOf(id)));
            case 2 -> new ChangeItemQuantity(id, id(random.nextInt(LINES)), random.nextInt(5));
            case 3 -> new RemoveOrderItem(id, id(random.nextInt(LINES)));
            default -> new ChangeShippingAddress(id, address());
        };
    }

    private PlaceOrder place(UUID id) {
        return new PlaceOrder(id, token());
    }

    private CreateOrder creation(UUID id) {
        boolean placed = random.nextBoolean();
        int count = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
        List<OrderLine> lines = IntStream.range(0, count)
                .mapToObj(position -> line(id(position), currencyOf(id), 1 + random.nextInt(4)))
                .toList();
        return new CreateOrder(
                id,
                id(50),
                currencyOf(id),
                lines,
                address(),
                NOON,
                placed ? new Placement(token()) : null,
                placed ? null : NOON.plusSeconds(86_400));
    }

    private ShipItems ship(UUID id, OrderModel order) {
        List<ShipItems.Item> items = new ArrayList<>();
        boolean whatIsLeft = random.nextInt(3) > 0;
        for (OrderLine line : order.lines()) {
            int left = order.left(line.lineId());
            if (whatIsLeft && left > 0) {
                items.add(new ShipItems.Item(line.lineId(), 1 + random.nextInt(left)));
            }
        }
        if (items.isEmpty()) {
            items.add(new ShipItems.Item(id(random.nextInt(LINES)), 1 + random.nextInt(4)));
        }
        return new ShipItems(id, id(200 + random.nextInt(SHIPMENTS)), items, "DHL", "T", NOON);
    }

    private OrderLine line(String currency) {
        return line(id(random.nextInt(LINES)), currency, random.nextInt(5));
    }

    private OrderLine line(UUID id, String currency, int quantity) {
        BigDecimal price = random.nextInt(8) == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(random.nextInt(9_000_000), random.nextInt(7));
        String sku = SKUS.get(random.nextInt(SKUS.size()));
        return new OrderLine(id, sku, "The " + sku, quantity, new Money(price, currency));
    }

    private Address address() {
        return new Address("Ada", "Ring " + random.nextInt(3), "10115", "Berlin", null, "DE");
    }

    private String token() {
        return TOKENS.get(random.nextInt(TOKENS.size()));
    }

    private static String currencyOf(UUID order) {
        return CURRENCIES.get((int) (order.getLeastSignificantBits() % CURRENCIES.size()));
    }

    private @Nullable String randomKey() {
        return random.nextBoolean() ? null : "k" + requests++;
    }

    private String fingerprint() {
        return "f" + requests++;
    }

    private static UUID id(long number) {
        return new UUID(0x7000L, number);
    }
}
