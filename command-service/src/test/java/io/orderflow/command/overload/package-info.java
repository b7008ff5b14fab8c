/** More commands than the service can take. */
@NullMarked
package io.orderflow.command.overload;

import org.jspecify.annotations.NullMarked;
