package io.orderflow.client;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer to the field of the body, when it is there
 * @param parameter name of the path, query or header parameter, when it is there
 * @param detail what is wrong with it
 */
public record Violation(@Nullable String pointer, @Nullable String parameter, String detail) {}
