/** The shared HTTP side on a real port. */
@NullMarked
package io.orderflow.platform.web;

import org.jspecify.annotations.NullMarked;
