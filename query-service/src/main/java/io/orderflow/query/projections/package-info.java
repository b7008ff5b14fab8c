/** What operators see and do about the projections. No read model's own types, and nothing that customers ask for. */
@NullMarked
package io.orderflow.query.projections;

import org.jspecify.annotations.NullMarked;
