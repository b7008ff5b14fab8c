/** The command service: one package per aggregate, the fulfilment process, and what they run on. */
@NullMarked
package io.orderflow.command;

import org.jspecify.annotations.NullMarked;
