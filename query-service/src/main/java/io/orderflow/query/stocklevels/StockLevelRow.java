package io.orderflow.query.stocklevels;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;

import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.query.StockView;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.Nullable;

/** The stock of one product, or, without a name, the refusals of one that nobody registered. */
@Entity
@Table(name = "stock_level")
class StockLevelRow {

    @Id
    @Column(name = "sku")
    private String sku;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    @Column(name = "product_name")
    private @Nullable String productName;

    @Column(name = "unit")
    @JdbcTypeCode(Types.VARCHAR)
    private @Nullable StockUnit unit;

    @Column(name = "on_hand")
    private long onHand;

    @Column(name = "reserved")
    private long reserved;

    @Column(name = "committed")
    private long committed;

    @Column(name = "available")
    private long available;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    StockLevelRow() {}

    StockLevelRow(String sku, Instant at) {
        this.sku = sku;
        this.updatedAt = instant(at);
    }

    long version() {
        return version;
    }

    void took(long sequence, Instant at) {
        version = sequence;
        updatedAt = later(updatedAt, instant(at));
    }

    void register(String name, StockUnit counted) {
        productName = name;
        unit = counted;
    }

    void level(StockLevel level) {
        onHand = level.onHand();
        reserved = level.reserved();
        committed = level.committed();
        available = level.available();
    }

    boolean isRegistered() {
        return productName != null;
    }

    StockView view() {
        return new StockView(
                sku,
                String.valueOf(productName),
                Objects.requireNonNull(unit),
                onHand,
                reserved,
                committed,
                available,
                updatedAt,
                version);
    }
}
