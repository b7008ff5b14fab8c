package io.orderflow.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page as somebody before a browser sees and uses it. */
final class Page implements AutoCloseable {

    private static final Dimension DESK = new Dimension(1440, 900);

    /** A service that is loaded refuses, or is too slow for the relay, and the page asks again. */
    private static final List<String> LOADED = List.of("status of 503", "status of 504");

    private final ChromeDriver driver;
    private final URI origin;
    private final List<String> expectedErrors = new ArrayList<>();

    Page(ChromeDriver driver, URI origin) {
        this.driver = driver;
        this.origin = origin;
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
    }

    /** Goes to an address, on a desk's screen. */
    Page open(String address) {
        size(DESK.width, DESK.height);
        driver.get(origin.resolve(address).toString());
        return this;
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void colours(String scheme) {
        prefer(Map.of("prefers-color-scheme", scheme));
    }

    /** The same, and nothing glides or fades. */
    void stillColours(String scheme) {
        prefer(Map.of("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce"));
    }

    private void prefer(Map<String, String> features) {
        List<Map<String, String>> named = features.entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", named));
    }

    /** Leaves the page, which would go on following its stream; what the browser says of that is not looked at. */
    void leave() {
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
    }

    /** What the address bar shows behind the host. */
    String address() {
        return driver.getCurrentUrl().substring(origin.toString().length());
    }

    void back() {
        driver.navigate().back();
    }

    void reload() {
        driver.navigate().refresh();
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** What can be read there; of the first that there is. */
    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** All that can be read. */
    String text() {
        return text("body");
    }

    /** As soon as it can be clicked: a browser takes a click on what is disabled, and nothing comes of it. */
    void click(String selector) {
        within(60).ignoreExceptions().until(() -> {
            WebElement element = driver.findElement(By.cssSelector(selector));
            if (!element.isEnabled()) {
                return false;
            }
            element.click();
            return true;
        });
    }

    /** A key, by its name. */
    void press(String key) {
        new Actions(driver).sendKeys(Keys.valueOf(key)).perform();
    }

    /** Twice at once, as an impatient hand does. */
    void doubleClick(String selector) {
        run("const button = document.querySelector(arguments[0]); button.click(); button.click();", selector);
    }

    void type(String selector, String text) {
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    /** Sets a field's value as a hand on a slider or a calendar does. */
    void set(String selector, String value) {
        run(
                "const field = document.querySelector(arguments[0]); field.value = arguments[1];"
                        + "field.dispatchEvent(new Event('input', {bubbles: true}));"
                        + "field.dispatchEvent(new Event('change', {bubbles: true}));",
                selector,
                value);
    }

    void awaitText(String selector, String text) {
        awaitThat(() -> assertThat(text(selector)).contains(text));
    }

    void awaitElement(String selector) {
        awaitThat(() -> assertThat(has(selector)).as(selector).isTrue());
    }

    void awaitThat(ThrowingRunnable assertion) {
        within(60).ignoreExceptionsInstanceOf(WebDriverException.class).untilAsserted(assertion);
    }

    void awaitUntil(Callable<Boolean> condition) {
        within(60).ignoreExceptionsInstanceOf(WebDriverException.class).until(condition);
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A script that calls its last argument when it is done. */
    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** A browser reports refused requests as errors: those that a test provokes are to be named. */
    void expectError(String text) {
        expectedErrors.add(text);
    }

    void mustHaveHadNoErrors() {
        List<String> errors = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> LOADED.stream().noneMatch(message::contains))
                .filter(message -> expectedErrors.stream().noneMatch(message::contains))
                .toList();
        expectedErrors.clear();
        assertThat(errors).as("errors in the browser's console").isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
