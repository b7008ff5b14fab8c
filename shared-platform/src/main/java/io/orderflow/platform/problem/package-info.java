/** How every failure becomes an RFC 9457 problem answer with a stable code. No rules of the domain. */
@NullMarked
package io.orderflow.platform.problem;

import org.jspecify.annotations.NullMarked;
