@NullMarked
package io.orderflow.cli.demo;

import org.jspecify.annotations.NullMarked;
