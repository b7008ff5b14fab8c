package io.orderflow.command.order;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.command.ShipItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What of an order has been shipped, and the rules for shipping more. */
final class ShippedUnits {

    private final Map<UUID, Integer> byLine = new HashMap<>();
    private final Map<UUID, Map<UUID, Long>> byShipment = new HashMap<>();

    /** What a shipment takes, what it is worth, and whether nothing is left after it. */
    record Shipment(List<ShipmentLine> items, Money amount, boolean complete) {}

    /** Whether this very shipment is recorded already, so that nothing is left to do. */
    boolean isRepeated(ShipItems command) {
        return byShipment.containsKey(command.shipmentId())
                && unitsByLine(command.items()).equals(byShipment.get(command.shipmentId()));
    }

    Shipment plan(ShipItems command, OrderLines lines) {
        if (byShipment.containsKey(command.shipmentId())) {
            throw new RuleViolated(
                    ErrorCode.ORDER_NOT_SHIPPABLE,
                    "shipment %s is recorded already, with other items".formatted(command.shipmentId()));
        }
        List<ShipmentLine> items = new ArrayList<>();
        Money amount = Money.zero(lines.currency());
        for (Map.Entry<UUID, Long> units : unitsByLine(command.items()).entrySet()) {
            OrderLine line = lines.get(units.getKey());
            int before = shippedOf(line);
            if (units.getValue() > line.quantity() - before) {
                throw new RuleViolated(
                        ErrorCode.SHIPMENT_EXCEEDS_ORDER,
                        "%d of line %s wanted, %d left to ship"
                                .formatted(units.getValue(), line.lineId(), line.quantity() - before));
            }
            int quantity = units.getValue().intValue();
            items.add(new ShipmentLine(line.lineId(), line.sku(), quantity));
            amount = amount.plus(worth(line, before, quantity));
        }
        return new Shipment(List.copyOf(items), amount, isComplete(lines, items));
    }

    void add(UUID shipmentId, List<ShipmentLine> items) {
        Map<UUID, Long> units = new HashMap<>();
        for (ShipmentLine item : items) {
            byLine.merge(item.lineId(), item.quantity(), Integer::sum);
            units.merge(item.lineId(), (long) item.quantity(), Long::sum);
        }
        byShipment.put(shipmentId, units);
    }

    /** Differences of rounded running values rather than rounded values: only so do all shipments add up to the total. */
    private static Money worth(OrderLine line, int before, int quantity) {
        Money price = line.unitPrice();
        return price.times((long) before + quantity).minus(price.times(before));
    }

    private boolean isComplete(OrderLines lines, List<ShipmentLine> now) {
        long ordered = lines.all().stream().mapToLong(OrderLine::quantity).sum();
        long before = byLine.values().stream().mapToLong(Integer::longValue).sum();
        return ordered
                == before + now.stream().mapToLong(ShipmentLine::quantity).sum();
    }

    private int shippedOf(OrderLine line) {
        return byLine.getOrDefault(line.lineId(), 0);
    }

    private static Map<UUID, Long> unitsByLine(List<ShipItems.Item> items) {
        if (items.isEmpty()) {
            throw new RuleViolated(ErrorCode.VALIDATION_FAILED, "a shipment has at least one item");
        }
        Map<UUID, Long> units = new LinkedHashMap<>();
        for (ShipItems.Item item : items) {
            if (item.quantity() < 1) {
                throw new RuleViolated(
                        ErrorCode.VALIDATION_FAILED, "line %s needs a quantity of at least 1".formatted(item.lineId()));
            }
            units.merge(item.lineId(), (long) item.quantity(), Long::sum);
        }
        return units;
    }
}
