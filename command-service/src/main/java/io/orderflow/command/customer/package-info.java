/** The customer: known, renamed, erased. Orders do not depend on it. */
@NullMarked
package io.orderflow.command.customer;

import org.jspecify.annotations.NullMarked;
