package io.orderflow.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void every_code_has_its_row_in_the_api_documentation(ErrorCode code) throws IOException {
        String documentation = Files.readString(Path.of("../docs/api.md"));

        assertThat(documentation).contains("| `%s` | %d | %s |".formatted(code.name(), code.status(), code.title()));
    }
}
