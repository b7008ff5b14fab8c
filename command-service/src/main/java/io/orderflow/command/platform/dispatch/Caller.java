package io.orderflow.command.platform.dispatch;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who sends a request. */
public final class Caller {

    private static final String NOBODY = "anonymous";

    private Caller() {}

    /** The name of who sends it, {@code anonymous} for nobody in particular. */
    public static String of(HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        return user == null ? NOBODY : user.getName();
    }
}
