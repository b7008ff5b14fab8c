package io.orderflow.query.ordersearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Zoë Ångström         | zoe angstrom
                    Straße, ÆRØ; ŁÓDŹ    | strasse aero lodz
                    İstanbul ılık        | istanbul ilik
                    ΟΔΟΣ                 | οδοσ
                    ﬁne ＡＢＣ １２      | fine abc 12
                    TSHIRT-RED-M         | tshirtredm redm m
                    O’Brien              | obrien brien
                    Müller-Lüdenscheidt  | mullerludenscheidt ludenscheidt
                    red/red red          | redred red
                    (a) [b] "c"          | a b c
                    東京都               | 東京都
                    -- ! ' '             | ''
                    """)
    void texts_become_words_without_case_accents_and_punctuation(String text, String words) {
        assertThat(SearchWords.of(text)).containsExactlyElementsOf(split(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a berlin be       | berlin a
                    T-Shirt tshirt    | tshirt
                    A-1               | a1
                    red/blue          | redblue
                    be! (ber)         | ber
                    *%_\\             | ''
                    """)
    void a_question_has_its_longest_words_first_and_none_that_another_implies(String question, String words) {
        assertThat(SearchWords.asked(question)).containsExactlyElementsOf(split(words));
    }

    @Test
    void an_accent_is_the_same_as_a_letter_of_its_own_or_as_a_mark_behind_it() {
        assertThat(SearchWords.of("Zoe\u0308 \u212Bse")).isEqualTo(SearchWords.of("Zo\u00EB \u00C5se"));
        assertThat(SearchWords.of("zero\u200Bwidth\u00ADjoined")).containsExactly("zerowidthjoined");
    }

    @Test
    void long_words_are_cut_alike_in_orders_and_in_questions_and_never_within_a_character() {
        String character = "\uD840\uDC00"; // one letter of two chars
        String longest = character.repeat(SearchWords.LONGEST);
        assertThat(SearchWords.of(longest + "a")).containsExactly(longest);
        assertThat(SearchWords.asked(longest + "b")).containsExactly(longest);
    }

    @Test
    void words_survive_being_one_text() {
        List<String> words = List.of("a", "b", "a");
        assertThat(SearchWords.words(SearchWords.text(words))).isEqualTo(words);
        assertThat(SearchWords.words(SearchWords.text(List.of()))).isEmpty();
        assertThat(SearchWords.text(List.of("berlin", "red"))).contains(SearchWords.beginningOf("re"));
        assertThat(SearchWords.text(List.of("berlin", "tired"))).doesNotContain(SearchWords.beginningOf("re"));
    }

    @ParameterizedTest
    @CsvSource({"a, az, b", "az, azz, b", "é, éé, ê", "東, 東京, 板", "1, 19, 2", "ÿ, ÿz, Ā"})
    void the_bytes_after_a_beginning_are_after_all_that_begin_so(String beginning, String within, String behind) {
        byte[] end = SearchWords.bytesAfter(beginning);
        assertThat(Arrays.compareUnsigned(SearchWords.bytes(beginning), SearchWords.bytes(within)))
                .isNegative();
        assertThat(Arrays.compareUnsigned(SearchWords.bytes(within), end)).isNegative();
        assertThat(Arrays.compareUnsigned(SearchWords.bytes(behind), end)).isNotNegative();
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
