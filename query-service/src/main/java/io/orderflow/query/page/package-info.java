/** The web page and what only it needs: its document, its files, and its way to the command service. No read model. */
@NullMarked
package io.orderflow.query.page;

import org.jspecify.annotations.NullMarked;
