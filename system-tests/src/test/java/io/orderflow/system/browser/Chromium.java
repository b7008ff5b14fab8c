package io.orderflow.system.browser;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium of this machine, without a window. Nothing is downloaded: the browser and its driver are there, or not. */
final class Chromium {

    /** Set where the tests must not be skipped. */
    private static final String REQUIRED = "BROWSER_REQUIRED";

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private Chromium() {}

    static boolean isRequired() {
        return "true".equals(System.getenv(REQUIRED));
    }

    static boolean isThere() {
        return browser().isPresent() && driver().isPresent();
    }

    static ChromeDriver start() {
        File browser = browser().orElseThrow(() -> missing("a Chromium"));
        File driver = driver().orElseThrow(() -> missing("chromedriver"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                // a container's root has none
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-proxy-server",
                "--lang=en",
                "--window-size=1440,900");
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(driver).build();
        return new ChromeDriver(service, options);
    }

    private static IllegalStateException missing(String what) {
        return new IllegalStateException("the tests of the page need " + what + " on the PATH");
    }

    private static Optional<File> browser() {
        return BROWSERS.stream().flatMap(Chromium::onPath).findFirst();
    }

    private static Optional<File> driver() {
        return onPath("chromedriver").findFirst();
    }

    private static Stream<File> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute);
    }
}
