/** Axon's infrastructure as both services need it: serializers, correlation, processors. No domain types. */
@NullMarked
package io.orderflow.platform.axon;

import org.jspecify.annotations.NullMarked;
