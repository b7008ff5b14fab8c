package io.orderflow.command.platform.dispatch;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who sends a request. */
final class Caller {

    private static final String NOBODY = "anonymous";

    private Caller() {}

    static String of(HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        return user == null ? NOBODY : user.getName();
    }
}
