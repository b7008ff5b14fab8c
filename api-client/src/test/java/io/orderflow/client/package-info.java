@NullMarked
package io.orderflow.client;

import org.jspecify.annotations.NullMarked;
