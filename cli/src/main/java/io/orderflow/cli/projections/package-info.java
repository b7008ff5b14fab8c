/** Commands for those who look after the projections. */
@NullMarked
package io.orderflow.cli.projections;

import org.jspecify.annotations.NullMarked;
