package io.orderflow.query.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The one HTML document of the page, and the policy that a browser is to keep for it.
 *
 * @param html the document
 * @param policy the Content-Security-Policy: nothing from elsewhere, no inline script or style, no markup from text.
 *     The import map has to stand in the document, so its hash is named.
 */
record PageDocument(String html, String policy) {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /**
     * Made once at the start.
     *
     * @param files address of the page's files
     * @param importMap as a browser reads it
     */
    static PageDocument of(String files, String importMap) throws IOException {
        String template = new ClassPathResource("page/document.html").getContentAsString(StandardCharsets.UTF_8);
        String html = template.replace("{files}", files).replace("{importMap}", importMap);
        String policy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' " + PageFiles.hashSource(importMap),
                "connect-src 'self'",
                "img-src 'self' data:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html");
        return new PageDocument(html, policy);
    }

    /** Answers with it, and the policy. */
    void write(HttpServletResponse response, HttpStatus status) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(HTML.toString());
        response.setContentLength(body.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.getOutputStream().write(body);
    }
}
