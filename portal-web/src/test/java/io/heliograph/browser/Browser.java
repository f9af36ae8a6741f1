package io.heliograph.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** A person's browser, at the portal. */
public final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int TALLEST_SCREENSHOT = 4000;

    private final ChromeDriver driver;
    private final String portal;
    private Size size;
    /** Whether another test may have the window: nothing was done to it that is hard to undo. */
    private boolean fit = true;

    private Browser(ChromeDriver driver, String portal, Size size) {
        this.driver = driver;
        this.portal = portal;
        this.size = size;
    }

    /** A new window with no cookies; {@code portal} is an address without a slash at its end. */
    public static Browser open(String portal, Size size) {
        Browser browser = new Browser(Windows.take(), portal, size);
        return size == Size.DESKTOP ? browser.resize(size) : browser.emulate(size, 2, true);
    }

    /** Selenium's own, for what is not here. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Goes to a path of the portal. */
    public Browser visit(String path) {
        driver.get(portal + path);
        return this;
    }

    /** Signs in with the one click that the sandbox offers for this tenant. */
    public Browser signInAs(String tenantName) {
        visit("/login");
        return click(By.xpath("//button[contains(@class,'person')][.//b='" + tenantName + "']"))
                .waitFor(By.cssSelector(".frame"));
    }

    /** Clicks the first visible match. */
    public Browser click(By what) {
        patient().until(_ -> {
            find(what).click();
            return true;
        });
        return this;
    }

    /** Clicks the visible link or button whose text is this. */
    public Browser click(String text) {
        return click(By.xpath("//*[self::a or self::button or self::summary][normalize-space(.)='" + text + "']"));
    }

    /** Replaces what is in a field, by its id. */
    public Browser type(String id, String text) {
        patient().until(_ -> {
            WebElement field = find(By.id(id));
            field.clear();
            field.sendKeys(text);
            return true;
        });
        return this;
    }

    /** The first visible match, waited for. */
    public WebElement find(By what) {
        patient().until(_ -> visible(what).findFirst().isPresent());
        return visible(what).findFirst().orElseThrow();
    }

    /** Waits until there is a visible match. */
    public Browser waitFor(By what) {
        find(what);
        return this;
    }

    /** Waits until the page shows this text. */
    public Browser waitForText(String text) {
        patient().withMessage(() -> "No \"" + text + "\" in:\n" + text()).until(_ -> text().contains(text));
        return this;
    }

    /** Waits until the page does not show this text any more. */
    public Browser waitForNoText(String text) {
        patient().withMessage(() -> "Still \"" + text + "\" in:\n" + text()).until(_ -> !text().contains(text));
        return this;
    }

    /** The visible text of the page. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** With {@code -Dpictures} keeps one of the whole page below {@code target/screenshots}, named with the size. */
    public Browser screenshot(String name) {
        if (System.getProperty("pictures") == null) {
            return this;
        }
        Object height = script("return document.documentElement.scrollHeight");
        long shown = Math.min(((Number) height).longValue(), TALLEST_SCREENSHOT);
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", size.width(), "height", shown, "scale", 1);
        Object png = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
                .get("data");
        try {
            Files.createDirectories(SCREENSHOTS);
            Path file = SCREENSHOTS.resolve(name + "-" + size.name().toLowerCase(Locale.ROOT) + ".png");
            Files.write(file, Base64.getDecoder().decode(String.valueOf(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Gives the window another size; the page stays. */
    public Browser resize(Size size) {
        return emulate(size, 1, false);
    }

    /** Asks for pages in this language from now on. */
    public Browser prefers(String language) {
        fit = false;
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
        return this;
    }

    /** Has a passkey on it, which says that its owner is there. */
    public Browser withPasskey() {
        fit = false;
        driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
        return this;
    }

    /** Cuts the network off, or puts it back. */
    public Browser offline(boolean cut) {
        fit = false;
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    /** Fails on what axe finds, on text keys without a text, on scripts that fail, and on a page wider than the window. */
    public Browser isSound() {
        String found = Audit.violations(driver);
        assertThat(found).as("axe at " + driver.getCurrentUrl()).isEmpty();
        assertThat(text()).as("texts at " + driver.getCurrentUrl()).doesNotContain("??");
        return fits();
    }

    /** Fails on a page wider than the window. */
    public Browser fits() {
        Object width = script("return document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue())
                .as("width of " + driver.getCurrentUrl() + " in a window of " + size)
                .isLessThanOrEqualTo(size.width());
        return this;
    }

    /**
     * Looks at the page on a desk and on a phone, with a picture of each where they are wanted: axe on the phone, where nothing is hidden for
     * want of room, and no sideways scrolling down to 320 pixels. The window is a desk's afterwards.
     */
    public Browser look(String name) {
        resize(Size.DESKTOP).fits().screenshot(name);
        resize(Size.PHONE).isSound().screenshot(name);
        resize(Size.SMALL).fits();
        return resize(Size.DESKTOP);
    }

    @Override
    public void close() {
        if (fit) {
            Windows.giveBack(driver);
        } else {
            driver.quit();
        }
    }

    private Browser emulate(Size size, int pixelRatio, boolean phone) {
        this.size = size;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        size.width(),
                        "height",
                        size.height(),
                        "deviceScaleFactor",
                        pixelRatio,
                        "mobile",
                        phone));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
        return this;
    }

    private Object script(String script) {
        return Objects.requireNonNull(((JavascriptExecutor) driver).executeScript(script));
    }

    /** Looks again when the page that was looked at has gone meanwhile, however the driver says so. */
    private FluentWait<WebDriver> patient() {
        return new WebDriverWait(driver, PATIENCE).pollingEvery(LOOK_AGAIN).ignoring(WebDriverException.class);
    }

    private Stream<WebElement> visible(By what) {
        return driver.findElements(what).stream().filter(WebElement::isDisplayed);
    }
}
