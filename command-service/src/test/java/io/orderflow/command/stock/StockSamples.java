package io.orderflow.command.stock;

import static org.hamcrest.Matchers.equalTo;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import java.util.UUID;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/** The stock of desks: ten on hand, four of them held for an order. */
final class StockSamples {

    static final String SKU = "DESK";
    static final UUID ORDER = id(1);
    static final UUID OTHER_ORDER = id(2);
    static final UUID SHIPMENT = id(21);
    static final UUID OTHER_SHIPMENT = id(22);

    static final StockRegistered TEN_ON_HAND = new StockRegistered(SKU, "Desk", level(10, 0, 0), StockUnit.PIECE);
    static final StockReserved FOUR_RESERVED = new StockReserved(SKU, ORDER, 4, level(10, 4, 0));
    static final StockReleased FOUR_RELEASED = new StockReleased(SKU, ORDER, 4, level(10, 0, 0));
    static final StockCommitted ONE_COMMITTED = new StockCommitted(SKU, ORDER, SHIPMENT, 1, level(10, 3, 1));
    static final StockCommitted FOUR_COMMITTED = new StockCommitted(SKU, ORDER, SHIPMENT, 4, level(10, 0, 4));
    static final StockReservationRefused REFUSED = new StockReservationRefused(SKU, ORDER, 4, 0);

    private StockSamples() {}

    static StockLevel level(long onHand, long reserved, long committed) {
        return new StockLevel(onHand, reserved, committed);
    }

    static UUID id(long number) {
        return new UUID(0x7000L, number);
    }

    static Matcher<RuleViolated> refusal(ErrorCode code) {
        return new FeatureMatcher<>(equalTo(code), "a refusal", "code") {
            @Override
            protected ErrorCode featureValueOf(RuleViolated refused) {
                return refused.code();
            }
        };
    }
}
