package io.orderflow.query.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at each of its addresses: one document, which looks at the address itself. */
@RestController
class PageEndpoint {

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
    void page(HttpServletResponse response) throws IOException {
        document.write(response, HttpStatus.OK);
    }
}
