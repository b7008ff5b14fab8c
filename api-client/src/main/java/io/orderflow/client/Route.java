package io.orderflow.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Addresses below one service, with every part of them escaped. */
final class Route {

    private final String base;

    Route(URI service) {
        String text = service.toString();
        this.base = (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/api/v1";
    }

    URI to(Object... segments) {
        StringBuilder path = new StringBuilder(base);
        for (Object segment : segments) {
            path.append('/').append(escaped(segment));
        }
        return URI.create(path.toString());
    }

    /** The same address with a query; parameters without a value are left out. */
    static URI with(URI address, @Nullable Object... namesAndValues) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                query.add(namesAndValues[i] + "=" + escaped(value));
            }
        }
        return URI.create(address + query.toString());
    }

    private static String escaped(Object part) {
        return URLEncoder.encode(part.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
