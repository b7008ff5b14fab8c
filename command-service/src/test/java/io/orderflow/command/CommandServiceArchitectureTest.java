package io.orderflow.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandServiceArchitectureTest {

    private static final String[] AGGREGATES = {
        "io.orderflow.command.order",
        "io.orderflow.command.stock",
        "io.orderflow.command.customer",
        "io.orderflow.command.payment"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.orderflow");

    @Test
    void aggregates_know_neither_the_web_nor_a_database() {
        noClasses()
                .that()
                .resideInAnyPackage(AGGREGATES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework.jdbc..",
                        "org.axonframework.commandhandling.gateway..",
                        "org.axonframework.queryhandling..")
                .check(CLASSES);
    }

    @Test
    void command_handling_never_queries() {
        noClasses()
                .that()
                .resideInAPackage("io.orderflow.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.orderflow.api.*.query..", "org.axonframework.queryhandling..")
                .check(CLASSES);
    }

    @Test
    void the_platform_knows_nothing_of_the_domain() {
        noClasses()
                .that()
                .resideInAnyPackage("io.orderflow.platform..", "io.orderflow.command.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.orderflow.command.order..",
                        "io.orderflow.command.stock..",
                        "io.orderflow.command.customer..",
                        "io.orderflow.command.payment..",
                        "io.orderflow.command.fulfilment..")
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

    @Test
    void aggregates_do_not_use_each_other() {
        for (String aggregate : AGGREGATES) {
            for (String other : AGGREGATES) {
                if (!aggregate.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(aggregate)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .check(CLASSES);
                }
            }
        }
    }
}
