/** What the service says about commands afterwards. */
@NullMarked
package io.orderflow.command.outcome;

import org.jspecify.annotations.NullMarked;
