/** The web page in a real browser, on both services as processes. */
@NullMarked
package io.orderflow.system.browser;

import org.jspecify.annotations.NullMarked;
