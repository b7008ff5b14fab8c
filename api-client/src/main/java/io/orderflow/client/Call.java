package io.orderflow.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request, whatever the number of tries it takes.
 *
 * @param method HTTP method
 * @param uri where to
 * @param body what to send, as JSON; null for nothing
 * @param terms for a command: its key, and the version it expects
 */
record Call(String method, URI uri, @Nullable Object body, Terms terms) {

    static Call get(URI uri) {
        return new Call("GET", uri, null, Terms.NONE);
    }

    boolean isCommand() {
        return !method.equals("GET");
    }

    /** Without the body, which holds personal data. */
    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }
}
