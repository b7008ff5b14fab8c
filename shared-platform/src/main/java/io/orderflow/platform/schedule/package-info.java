/** Work that a service does again and again in a thread of its own. */
@NullMarked
package io.orderflow.platform.schedule;

import org.jspecify.annotations.NullMarked;
