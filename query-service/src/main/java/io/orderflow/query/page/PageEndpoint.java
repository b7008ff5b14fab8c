package io.orderflow.query.page;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at each of its addresses: one document, which looks at the address itself. */
@RestController
class PageEndpoint {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final PageDocument document;

    PageEndpoint(PageDocument document) {
        this.document = document;
    }

    @GetMapping({
        "/",
        "/orders",
        "/orders/new",
        "/orders/{orderId}",
        "/stock",
        "/customers",
        "/customers/{customerId}",
        "/statistics",
        "/operations"
    })
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", document.policy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .body(document.html());
    }
}
