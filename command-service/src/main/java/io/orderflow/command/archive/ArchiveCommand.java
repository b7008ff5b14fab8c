package io.orderflow.command.archive;

import io.orderflow.platform.eventstore.RawEvents;
import io.orderflow.platform.eventstore.RawEventsConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code export-events FILE} and {@code import-events FILE}: writes all events of the mode that is active to a file, or takes them
 * from one into an empty store. Nothing else of the service runs.
 */
public final class ArchiveCommand {

    private static final String EXPORT = "export-events";
    private static final String IMPORT = "import-events";
    private static final int FILE = 1;

    private ArchiveCommand() {}

    /** Whether the arguments of the program ask for it. */
    public static boolean isAskedFor(String... args) {
        return args.length > 0 && (args[0].equals(EXPORT) || args[0].equals(IMPORT));
    }

    /**
     * Does what is asked for, and says so.
     *
     * @return the status that the process is to end with
     */
    public static int run(String... args) {
        if (args.length <= FILE) {
            System.err.println("Which file? " + args[0] + " FILE");
            return 2;
        }
        Path file = Path.of(args[FILE]);
        if (args[0].equals(IMPORT) && !Files.isReadable(file)) {
            System.err.println("There is no such file: " + file);
            return 2;
        }
        try (ConfigurableApplicationContext store = new SpringApplicationBuilder(RawEventsConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(Arrays.copyOfRange(args, FILE + 1, args.length))) {
            return carryOut(args[0], new EventArchive(file), store.getBean(RawEvents.class));
        }
    }

    private static int carryOut(String command, EventArchive archive, RawEvents store) {
        try {
            if (command.equals(EXPORT)) {
                say("exported", archive.write(store));
            } else if (store.isEmpty()) {
                say("imported", archive.appendTo(store));
            } else {
                System.err.println("The event store is not empty: events are imported into an empty one only.");
                return 1;
            }
            return 0;
        } catch (DamagedArchive e) {
            System.err.println("The file of events is damaged: " + e.getMessage());
            return 1;
        }
    }

    private static void say(String what, Seal seal) {
        System.out.println(seal.events() + " events " + what + ", sha256 " + seal.sha256());
    }
}
