@NullMarked
package io.orderflow.cli.importer;

import org.jspecify.annotations.NullMarked;
