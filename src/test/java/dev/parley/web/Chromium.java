package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser of its own, with an empty profile. */
public final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "pictures");

    public final ChromeDriver driver;
    private final Path profile;

    public Chromium() {
        if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
            String missing = "needs " + BROWSER + " and " + DRIVER + " (apt-get install chromium chromium-driver)";
            assertThat(System.getenv("CI")).as(missing).isNull();
            Assumptions.abort(missing);
        }
        try {
            profile = Files.createTempDirectory("parley-chromium");
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        size(1280, 800);
    }

    /** The size of the window in CSS pixels. */
    public void size(int width, int height) {
        boolean phone = width < 600;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
    }

    /** Light or dark, and without movement. */
    public void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    public WebElement find(String css) {
        return waiting().until(ready -> driver.findElement(By.cssSelector(css)));
    }

    /** Clicks, also when the page puts the element anew at that very moment. */
    public void click(String css) {
        waiting().until(now -> {
            driver.findElement(By.cssSelector(css)).click();
            return true;
        });
    }

    /** Presses a key on an element, also when the page puts it anew at that very moment. */
    public void press(String css, CharSequence key) {
        waiting().until(now -> {
            driver.findElement(By.cssSelector(css)).sendKeys(key);
            return true;
        });
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The texts of all that match, hidden or not. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String css) {
        return (List<String>) driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", css);
    }

    /** Waits until something is so. */
    public WebDriverWait waiting() {
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(15), Duration.ofMillis(50));
        wait.ignoring(org.openqa.selenium.NoSuchElementException.class);
        wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class);
        return wait;
    }

    /** Takes a picture into {@code target/pictures}. */
    public void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Takes pictures on a phone and on a desk, light and dark, and finds nothing in the way of anybody on any of them. */
    public void look(String name) {
        for (boolean dark : List.of(false, true)) {
            dark(dark);
            for (boolean phone : List.of(true, false)) {
                size(phone ? 390 : 1280, phone ? 844 : 800);
                String which = name + (phone ? "-phone" : "-wide") + (dark ? "-dark" : "-light");
                picture(which);
                assertThat((Boolean) driver.executeScript(
                                "return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(which + " fits the width")
                        .isTrue();
                // High enough that nothing is scrolled away under what stays in sight.
                size(phone ? 390 : 1280, 4000);
                assertThat(violations()).as(which).isEmpty();
            }
        }
    }

    /** What axe finds against WCAG 2.2 A and AA. */
    @SuppressWarnings("unchecked")
    public List<String> violations() {
        try (InputStream axe = Chromium.class.getResourceAsStream("axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
                   .then(found => done(found.violations.map(v =>
                       v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | '))),
                         trouble => done(['axe failed: ' + trouble]));
                """);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // The browser may still be tidying up; the system empties its own temporary folder.
            profile.toFile().deleteOnExit();
        }
    }
}
