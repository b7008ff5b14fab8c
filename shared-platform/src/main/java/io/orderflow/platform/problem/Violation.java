package io.orderflow.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request: either in its body, or in a parameter of its path, query or header.
 *
 * @param pointer JSON Pointer to the field of the body; empty for the body as a whole
 * @param parameter name of the path, query or header parameter
 * @param detail what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(@Nullable String pointer, @Nullable String parameter, String detail) {

    /** A violation in the body. */
    public static Violation at(String pointer, String detail) {
        return new Violation(pointer, null, detail);
    }

    /** A violation in a path, query or header parameter. */
    public static Violation of(String parameter, String detail) {
        return new Violation(null, parameter, detail);
    }
}
