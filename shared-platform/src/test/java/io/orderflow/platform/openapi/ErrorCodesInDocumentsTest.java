package io.orderflow.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reads the committed copies, which the services' own tests keep true. */
class ErrorCodesInDocumentsTest {

    /** No route leads to them: they are between the fulfilment process and the payment, or say that there is no route. */
    private static final Set<ErrorCode> OF_NO_ROUTE = EnumSet.of(
            ErrorCode.NOT_FOUND,
            ErrorCode.METHOD_NOT_ALLOWED,
            ErrorCode.PAYMENT_NOT_FOUND,
            ErrorCode.PAYMENT_NOT_AUTHORISED,
            ErrorCode.CAPTURE_EXCEEDS_AUTHORISATION,
            ErrorCode.REFUND_EXCEEDS_CAPTURE);

    private static final Path COMMANDS = Path.of("../docs/openapi/command-service.json");
    private static final Path QUERIES = Path.of("../docs/openapi/query-service.json");

    @Test
    void every_code_is_listed_at_a_route_of_one_service_or_is_of_no_route() {
        Set<String> listed = new TreeSet<>(new Document(GoldenFiles.read(COMMANDS)).codes());
        listed.addAll(new Document(GoldenFiles.read(QUERIES)).codes());
        Set<String> expected = EnumSet.complementOf(EnumSet.copyOf(OF_NO_ROUTE)).stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void both_documents_explain_every_code_and_no_other() {
        for (Path copy : Set.of(COMMANDS, QUERIES)) {
            Document document = new Document(GoldenFiles.read(copy));

            assertThat(document.root()
                            .at("/components/schemas/ErrorCode/enum")
                            .valueStream()
                            .map(code -> code.asString()))
                    .containsExactlyElementsOf(EnumSet.allOf(ErrorCode.class).stream()
                            .map(Enum::name)
                            .toList());
            assertThat(document.root().at("/info/description").asString())
                    .contains(EnumSet.allOf(ErrorCode.class).stream()
                            .map(code -> "| `%s` | %d | %s |".formatted(code, code.status(), code.title()))
                            .toList());
        }
    }
}
