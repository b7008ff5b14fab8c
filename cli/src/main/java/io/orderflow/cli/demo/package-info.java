/** Believable traffic for a demonstration. Nothing here is needed to run the product. */
@NullMarked
package io.orderflow.cli.demo;

import org.jspecify.annotations.NullMarked;
