/** What holds for the OpenAPI description of every command. No words about a single route. */
@NullMarked
package io.orderflow.command.platform.openapi;

import org.jspecify.annotations.NullMarked;
