/** What both services' HTTP side has in common: strict JSON, limits, correlation ids, entity tags. No routes. */
@NullMarked
package io.orderflow.platform.web;

import org.jspecify.annotations.NullMarked;
