/** How events of earlier releases become those of this one when they are read. One class for each change, never edited. */
@NullMarked
package io.orderflow.platform.evolution;

import org.jspecify.annotations.NullMarked;
