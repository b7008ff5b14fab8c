/**
 * Describes a service's HTTP API as an OpenAPI document, from its routes, its records and a file of words. No words about
 * a route itself.
 */
@NullMarked
package io.orderflow.platform.openapi;

import org.jspecify.annotations.NullMarked;
