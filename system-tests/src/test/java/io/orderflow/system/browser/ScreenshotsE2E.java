package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the README, in the folder that {@code -Dscreenshots} names. */
@ExtendWith(PageExtension.class)
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "pictures are made on purpose only: -Dscreenshots=docs/images")
class ScreenshotsE2E {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private Page page;
    private Path folder;

    @Test
    void pictures_of_the_page(@TempDir Path data) throws IOException {
        folder = REPOSITORY.resolve(System.getProperty("screenshots"));
        Files.createDirectories(folder);
        try (Services services = Services.start(data, Duration.ofMinutes(30));
                Page shown = new Page(Chromium.start(), services.query.url())) {
            page = shown;
            UUID order = new Season(services.client, Instant.now()).play();
            shown.open("/").awaitText(".connection", "Live");
            picture("board", ".cards li");
            page.open("/orders?sort=-total&status=CONFIRMED,SHIPPED,DELIVERED");
            picture("orders", "tbody tr");
            page.open("/orders/" + order);
            picture("order", ".timeline li");
            page.open("/stock?low=30");
            picture("stock", "tbody tr");
            page.open("/customers");
            picture("customers", "tbody tr");
            page.open("/statistics");
            picture("statistics", "of-chart canvas");
            page.open("/orders/new");
            picture("new-order", "form");
            page.open("/operations").awaitElement("tbody tr");
            page.click("tr[data-projection=order-details] .row-actions button:last-child");
            page.click("of-confirm [data-confirm]");
            picture("operations", ".replay");
            page.open("/");
            page.size(360, 740);
            picture("small", ".cards li");
            page.colours("dark");
            page.open("/");
            picture("board-dark", ".cards li");
            page.open("/orders/" + order);
            picture("order-dark", ".timeline li");
        }
    }

    private void picture(String name, String whenThere) throws IOException {
        page.awaitElement(whenThere);
        page.awaitElement(".as-of:not(.unknown)");
        page.awaitThat(() -> assertThat(page.has(".loading")).isFalse());
        page.runAsync(
                """
                const done = arguments[0];
                Promise.all(document.getAnimations()
                    .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
                    .map(one => one.finished.catch(() => {})))
                    .then(() => setTimeout(done, 500));""");
        Files.write(folder.resolve(name + ".png"), page.screenshot());
    }
}
