/**
 * The fault harness: load through the public API, a fault in the middle of it, and then whether what was acknowledged is
 * there, once, and nothing else. The walk knows more commands; here it is about what becomes of them when things break.
 */
@NullMarked
package io.orderflow.system.faults;

import org.jspecify.annotations.NullMarked;
