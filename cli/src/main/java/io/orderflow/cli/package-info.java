/** The command line: entry point and the options all commands share. Speaks to the services by the public API only. */
@NullMarked
package io.orderflow.cli;

import org.jspecify.annotations.NullMarked;
