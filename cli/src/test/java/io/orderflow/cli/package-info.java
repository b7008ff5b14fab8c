@NullMarked
package io.orderflow.cli;

import org.jspecify.annotations.NullMarked;
