/** PostgreSQL as the database of both services: connections, notifications, and what its settings must be. */
@NullMarked
package io.orderflow.platform.postgres;

import org.jspecify.annotations.NullMarked;
