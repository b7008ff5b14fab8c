package io.orderflow.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the Javadoc of a record or an enum says about it and its components or constants, in words for those who read JSON: Markdown instead of tags,
 * and absent instead of null. The compiler leaves the Javadoc beside the class.
 *
 * @param text what it is; empty without Javadoc
 * @param components what each component or constant is, by its name
 */
record RecordJavadoc(String text, Map<String, String> components) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final RecordJavadoc NONE = new RecordJavadoc("", Map.of());
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern NAMED = Pattern.compile("(?s)(\\w+)\\s+(.*)");
    // braces within a tag come in pairs, one level deep
    private static final Pattern TAG = Pattern.compile("\\{@(\\w+)\\s+((?:[^{}]|\\{[^{}]*})*)}");

    static RecordJavadoc of(Class<?> type) {
        String file = type.getName().substring(type.getPackageName().length() + 1) + "__Javadoc.json";
        try (InputStream source = type.getResourceAsStream(file)) {
            if (source == null) {
                return NONE;
            }
            JsonNode kept = JSON.readTree(source);
            RecordJavadoc own = parse(kept.path("doc").asString(""));
            for (JsonNode constant : kept.path("enumConstants")) {
                own.components.put(
                        constant.path("name").asString(),
                        words(constant.path("doc").asString("")));
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordJavadoc parse(String javadoc) {
        Map<String, String> components = new HashMap<>();
        Matcher block = BLOCK.matcher(javadoc);
        int end = javadoc.length();
        @Nullable Matcher component = null;
        int from = 0;
        while (block.find()) {
            end = Math.min(end, block.start());
            keep(component, javadoc.substring(from, block.start()), components);
            component = block.group(1).equals("param") ? NAMED.matcher("") : null;
            from = block.end();
        }
        keep(component, javadoc.substring(from), components);
        return new RecordJavadoc(words(javadoc.substring(0, end)), components);
    }

    private static void keep(@Nullable Matcher component, String block, Map<String, String> components) {
        if (component != null && component.reset(block).matches()) {
            components.put(component.group(1), sentence(words(component.group(2))));
        }
    }

    private static String words(String javadoc) {
        String text =
                TAG.matcher(javadoc).replaceAll(tag -> Matcher.quoteReplacement(word(tag.group(1), tag.group(2))));
        return Arrays.stream(text.split("<p>"))
                .map(paragraph -> paragraph
                        .replaceAll("\\bnull\\b", "absent")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String word(String tag, String content) {
        String text = content.strip();
        if (tag.equals("code")) {
            return '`' + text + '`';
        }
        int label = text.indexOf(' ');
        return label > 0 ? text.substring(label + 1) : text.substring(text.lastIndexOf('#') + 1);
    }

    private static String sentence(String text) {
        String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
