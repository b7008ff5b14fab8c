/** What every route shares: reading its parameters, asking the query bus, counting pages. No read model's own types. */
@NullMarked
package io.orderflow.query.platform.paging;

import org.jspecify.annotations.NullMarked;
