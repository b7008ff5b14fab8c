package io.orderflow.command.stock.web;

import io.orderflow.platform.web.EntityTag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/**
 * The answer to every command about stock.
 *
 * @param sku the product
 * @param version sequence number of its last event: what a read is to wait for
 */
record StockAnswer(String sku, long version) {

    static final String STOCK = "/api/v1/stock";

    static ResponseEntity<StockAnswer> ok(String sku, long version) {
        return ResponseEntity.ok().eTag(EntityTag.of(version)).body(new StockAnswer(sku, version));
    }

    static ResponseEntity<StockAnswer> created(String sku, long version) {
        return ResponseEntity.created(URI.create(STOCK + "/" + UriUtils.encode(sku, StandardCharsets.UTF_8)))
                .eTag(EntityTag.of(version))
                .body(new StockAnswer(sku, version));
    }
}
