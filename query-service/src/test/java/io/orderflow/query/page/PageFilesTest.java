package io.orderflow.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What holds for every file of the page. */
class PageFilesTest {

    private static final int LINES_AT_MOST = 200;
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?'([^']+)'");

    @Test
    void every_file_is_short() {
        assertThat(files("js", "css"))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(text(file).lines()).as(file.getFilename()).hasSizeLessThanOrEqualTo(LINES_AT_MOST));
    }

    @Test
    void every_module_imports_what_is_there() {
        assertThat(files("js")).isNotEmpty().allSatisfy(file -> assertThat(IMPORT.matcher(text(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> name.startsWith(".")))
                .allSatisfy(name -> assertThat(file.createRelative(name).exists())
                        .as("%s in %s", name, file.getFilename())
                        .isTrue()));
    }

    /** Lit shows text as text; these would not. */
    @Test
    void no_module_makes_markup_of_text() {
        Pattern markup =
                Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\\.write|eval\\(");
        assertThat(files("js")).allSatisfy(file -> assertThat(
                        markup.matcher(text(file)).results().map(MatchResult::group))
                .as(file.getFilename())
                .isEmpty());
    }

    private static List<Resource> files(String... endings) {
        return Arrays.stream(endings)
                .flatMap(ending -> Arrays.stream(found(ending)))
                .toList();
    }

    private static Resource[] found(String ending) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(PageFiles.LOCATION + "**/*." + ending);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
