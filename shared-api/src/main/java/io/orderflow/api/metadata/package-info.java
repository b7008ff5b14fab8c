/** The keys of the metadata that every command and event carries. */
@NullMarked
package io.orderflow.api.metadata;

import org.jspecify.annotations.NullMarked;
