package io.orderflow.cli;

import io.orderflow.cli.demo.DemoCommand;
import io.orderflow.cli.importer.ImportCommand;
import io.orderflow.cli.projections.ChecksumsCommand;
import io.orderflow.cli.projections.ProjectionsCommand;
import io.orderflow.cli.projections.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line tools. */
@Command(
        name = "orderflow",
        description = "Sends orders to running Orderflow services through their public API.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = OrderflowCli.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImportCommand.class,
            DemoCommand.class,
            ProjectionsCommand.class,
            ChecksumsCommand.class,
            ReplayCommand.class
        })
public final class OrderflowCli {

    private OrderflowCli() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = OrderflowCli.class.getPackage().getImplementationVersion();
            return new String[] {"orderflow " + (version == null ? "(not packaged)" : version)};
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new OrderflowCli()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof UserMistake) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
    }
}
