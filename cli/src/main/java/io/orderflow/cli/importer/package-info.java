/** Sends a file of orders through the API. Keeps no state of its own: the services say what is done already. */
@NullMarked
package io.orderflow.cli.importer;

import org.jspecify.annotations.NullMarked;
