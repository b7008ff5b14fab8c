package io.orderflow.query.ordersearch;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns texts into words that can be compared: without accents, in lower case, letters and digits only.
 *
 * <p>Punctuation inside a text without spaces is dropped, and what follows it begins a word too: {@code TSHIRT-RED-M} is
 * kept as {@code tshirtredm}, {@code redm} and {@code m}. As words are looked for by their beginnings, it is found by
 * {@code tshirt-red}, {@code tshirtred}, {@code red} and {@code red-m}; parts alone would make {@code A-1} the question for
 * everything with an {@code a} and a {@code 1}.
 */
final class SearchWords {

    /** Longer words are cut, in orders and in questions alike. */
    static final int LONGEST = 64;

    private static final String JOINING = "-_./'’:#+";
    // what has no accent that could be taken off
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th", (int) 'ø', "o", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'ł', "l", (int) 'ħ', "h");

    private SearchWords() {}

    /** The words by which texts are found, each once. */
    static Set<String> of(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            split(text).forEach(parts -> {
                for (int first = 0; first < parts.size(); first++) {
                    words.add(cut(String.join("", parts.subList(first, parts.size()))));
                }
            });
        }
        return words;
    }

    /** The words of a question, the longest first, without those that another one implies because it begins with them. */
    static List<String> asked(String question) {
        List<String> words = split(question).stream()
                .map(parts -> cut(String.join("", parts)))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        return words.stream()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.startsWith(word)))
                .toList();
    }

    /** Words as one text, in which {@link #beginningOf} finds those that begin so. */
    static String text(Collection<String> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(' ').append(word));
        return text.toString();
    }

    /** What {@link #text} was made of. */
    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.substring(1).split(" "));
    }

    /** What a text of words holds if one of them begins so. */
    static String beginningOf(String word) {
        return ' ' + word;
    }

    /** A word as bytes, which every database sorts alike: text is sorted as the locale has it. */
    static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    /** The first bytes, in their order, that are not the beginning of a word that begins so. */
    static byte[] bytesAfter(String beginning) {
        byte[] bytes = bytes(beginning);
        bytes[bytes.length - 1]++; // UTF-8 has no 0xFF that could overflow
        return bytes;
    }

    /** For each text without spaces its parts between punctuation. */
    private static List<List<String>> split(String text) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character)) {
                append(part, character);
            } else if (!isIgnored(character)) {
                end(part, parts);
                if (!isJoining(character)) {
                    end(parts, chunks);
                }
            }
        });
        end(part, parts);
        end(parts, chunks);
        return chunks;
    }

    private static void append(StringBuilder part, int character) {
        // character by character: a whole word's last sigma would become another than that of its beginning
        int folded = Character.toLowerCase(Character.toUpperCase(character));
        String letters = LETTERS.get(folded);
        if (letters == null) {
            part.appendCodePoint(folded);
        } else {
            part.append(letters);
        }
    }

    private static boolean isIgnored(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean isJoining(int character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION || JOINING.indexOf(character) >= 0;
    }

    private static void end(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    private static void end(List<String> parts, List<List<String>> chunks) {
        if (!parts.isEmpty()) {
            chunks.add(List.copyOf(parts));
            parts.clear();
        }
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
