package io.orderflow.platform.database;

import java.lang.reflect.Method;
import org.h2.engine.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps H2 from closing a database as soon as the process is asked to end, while requests that were accepted still need
 * it. The setting for this, {@code DB_CLOSE_ON_EXIT}, is refused together with {@code AUTO_SERVER}, though all it does is
 * what is done here.
 */
public final class CloseOnExit {

    private static final Logger log = LoggerFactory.getLogger(CloseOnExit.class);

    private CloseOnExit() {}

    /** Leaves it to the caller to close a database at the end. To be called for each opening of it. */
    public static void leaveToUs(Database database) {
        try {
            Method unregister =
                    Class.forName("org.h2.engine.OnExitDatabaseCloser").getDeclaredMethod("unregister", Database.class);
            unregister.setAccessible(true);
            unregister.invoke(null, database);
        } catch (ReflectiveOperationException | RuntimeException e) {
            log.warn("H2 will close {} before requests are drained when this process ends", database.getName(), e);
        }
    }
}
