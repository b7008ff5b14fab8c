package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a machine can see of WCAG 2.2 AA: labels, roles, contrast in light and dark; and that it fits a small screen. */
@PageTest
class AccessibilityE2E {

    private static final String AXE = axe();
    private static final List<String> READY = List.of("h1", "tbody tr, .cards li, form, of-chart canvas, .tile");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_view_can_be_read_and_used_by_everybody(String colours, Page page, Shop shop) {
        UUID customer = shop.customer("Accessible");
        UUID order = shop.confirmed(customer).orderId();
        page.colours(colours);
        List<String> found = new ArrayList<>();
        for (String view : views(customer, order)) {
            page.open(view);
            READY.forEach(page::awaitElement);
            violations(page).forEach(violation -> found.add(view + ": " + violation));
        }
        page.open("/orders/" + order).awaitElement("[data-action=ship]");
        page.click("[data-action=ship]");
        page.awaitElement("dialog[open]");
        violations(page).forEach(violation -> found.add("the dialog: " + violation));
        page.colours("light");
        assertThat(found).isEmpty();
    }

    @Test
    void every_view_fits_a_small_screen(Page page, Shop shop) {
        UUID customer = shop.customer("Small");
        UUID order = shop.confirmed(customer).orderId();
        List<String> found = new ArrayList<>();
        for (String view : views(customer, order)) {
            page.open(view);
            page.size(360, 740);
            READY.forEach(page::awaitElement);
            long width = (Long) page.run("return document.documentElement.scrollWidth");
            if (width > 360) {
                found.add(
                        view + " is " + width + " wide: "
                                + page.run(
                                        """
                        return [...document.querySelectorAll('body *')]
                            .filter(one => one.getBoundingClientRect().right > 361 && !one.closest('.table-frame, .board, .path, nav'))
                            .slice(0, 5).map(one => one.tagName + '.' + one.className).join(', ')"""));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void can_be_used_without_a_mouse(Page page, Shop shop) {
        page.open("/").awaitElement(".board");
        page.run("document.activeElement.blur()");
        List<Object> reached = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            page.press("TAB");
            reached.add(page.run("return document.activeElement.textContent.trim()"));
        }
        assertThat(reached).startsWith("Skip to content", "Orderflow", "Board", "Orders", "Stock");
        assertThat(reached).contains("New order");
    }

    private static List<String> views(UUID customer, UUID order) {
        return List.of(
                "/",
                "/orders",
                "/orders/" + order,
                "/orders/" + order + "?version=0",
                "/orders/new",
                "/stock",
                "/customers",
                "/customers/" + customer,
                "/statistics",
                "/operations");
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        page.run(AXE);
        return (List<String>)
                page.runAsync(
                        """
                const done = arguments[0];
                axe.run(document, {preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                    .then(result => done(result.violations.map(one =>
                        one.id + ' at ' + one.nodes.slice(0, 3).map(node => node.target + ' ' + (node.any[0]?.message ?? '')).join(' | '))),
                        failure => done(['axe itself: ' + failure]));""");
    }

    private static String axe() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/axe-core/*/axe.min.js");
            return found[0].getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
