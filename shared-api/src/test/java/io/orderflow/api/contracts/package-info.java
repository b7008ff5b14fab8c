/** What is written into event stores, checked against golden files. Holds no behaviour. */
@NullMarked
package io.orderflow.api.contracts;

import org.jspecify.annotations.NullMarked;
