package io.orderflow.command.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.platform.web.EntityTag;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The version that a request expects, as told to the aggregate, which is where it is checked. */
class IfMatchTest extends EndpointTest {

    private static final String IF_MATCH = "If-Match";

    static Stream<String> noVersion() {
        return Stream.of(
                "",
                "7",
                "\"\"",
                "\"a\"",
                "\"-1\"",
                "\"07\"",
                "\"7\" ",
                "\"7.0\"",
                "\"7-\"",
                "\"7-x\"",
                "\"1\",\"2\"",
                "W/\"7\"",
                "**",
                "\"1234567890123456789\"");
    }

    @ParameterizedTest
    @MethodSource("io.orderflow.command.platform.dispatch.Routes#aboutWhatExists")
    void hands_the_version_on(Routes route) {
        assertThat(send(route, "\"12\"")).hasStatusOk();

        assertThat(gateway.message().getMetaData()).containsEntry(MetadataKeys.EXPECTED_VERSION, "12");
    }

    @ParameterizedTest
    @MethodSource("io.orderflow.command.platform.dispatch.Routes#aboutWhatExists")
    void hands_the_version_on_without_what_a_view_has_behind_it(Routes route) {
        assertThat(send(route, EntityTag.of(12, new byte[] {1}))).hasStatusOk();

        assertThat(gateway.message().getMetaData()).containsEntry(MetadataKeys.EXPECTED_VERSION, "12");
    }

    @ParameterizedTest
    @MethodSource("io.orderflow.command.platform.dispatch.Routes#aboutWhatExists")
    void a_star_takes_any_version(Routes route) {
        assertThat(send(route, "*")).hasStatusOk();

        assertThat(gateway.message().getMetaData()).doesNotContainKey(MetadataKeys.EXPECTED_VERSION);
    }

    @ParameterizedTest
    @MethodSource("io.orderflow.command.platform.dispatch.Routes#aboutWhatExists")
    void refuses_what_is_no_version(Routes route) {
        assertThat(noVersion()).allSatisfy(version -> assertInvalidParameter(send(route, version), IF_MATCH));
        assertInvalidParameter(send(route, "\"1\"", "\"2\""), IF_MATCH);
        assertInvalidParameter(send(route, "*", "*"), IF_MATCH);
    }

    @ParameterizedTest
    @MethodSource("io.orderflow.command.platform.dispatch.Routes#creating")
    void what_does_not_exist_has_no_version_to_expect(Routes route) {
        assertInvalidParameter(send(route, "\"0\""), IF_MATCH);
        assertInvalidParameter(send(route, "*"), IF_MATCH);
    }

    private MvcTestResult send(Routes route, Object... versions) {
        return send(
                request -> request.uri(route.path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(route.body)
                        .header(IF_MATCH, versions),
                route.method);
    }
}
