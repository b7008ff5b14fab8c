/** The way from an HTTP endpoint to a command's outcome: metadata, time-out, refusals as problems. No routes. */
@NullMarked
package io.orderflow.command.platform.dispatch;

import org.jspecify.annotations.NullMarked;
