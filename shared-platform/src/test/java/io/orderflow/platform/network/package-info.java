/** What tests put between a client and a server to have the network fail. Nothing that knows what is said over it. */
@NullMarked
package io.orderflow.platform.network;

import org.jspecify.annotations.NullMarked;
