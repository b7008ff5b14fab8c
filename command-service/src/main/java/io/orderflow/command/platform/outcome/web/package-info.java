/** The route that tells what became of a command. */
@NullMarked
package io.orderflow.command.platform.outcome.web;

import org.jspecify.annotations.NullMarked;
