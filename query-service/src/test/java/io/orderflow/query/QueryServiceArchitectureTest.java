package io.orderflow.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueryServiceArchitectureTest {

    private static final List<String> READ_MODELS = List.of(
            "io.orderflow.query.orderdetails..",
            "io.orderflow.query.orderlist..",
            "io.orderflow.query.ordersearch..",
            "io.orderflow.query.orderhistory..",
            "io.orderflow.query.stocklevels..",
            "io.orderflow.query.customers..",
            "io.orderflow.query.salesstatistics..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.orderflow");

    @Test
    void read_models_do_not_use_each_other() {
        for (String readModel : READ_MODELS) {
            for (String other : READ_MODELS) {
                if (!readModel.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(readModel)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void the_read_side_sends_no_command_and_publishes_no_event() {
        noClasses()
                .that()
                .resideInAPackage("io.orderflow.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.orderflow.api.*.command..",
                        "org.axonframework.commandhandling..",
                        "org.axonframework.modelling..",
                        "org.axonframework.eventhandling.gateway..")
                .check(CLASSES);
    }

    @Test
    void the_platform_knows_no_read_model() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.orderflow.platform..", "io.orderflow.query.platform..", "io.orderflow.query.ordersummary..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(READ_MODELS.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void time_and_ids_come_from_outside() {
        noClasses()
                .that()
                .resideInAPackage("io.orderflow..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }
}
