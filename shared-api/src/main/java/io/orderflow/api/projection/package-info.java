/** What operators are shown of the projections that fill the read models: how far they are, what they could not handle. */
@NullMarked
package io.orderflow.api.projection;

import org.jspecify.annotations.NullMarked;
