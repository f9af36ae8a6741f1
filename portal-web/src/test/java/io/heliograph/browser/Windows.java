package io.heliograph.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Windows of Chromium. To start one takes seconds, so one that was closed is emptied and serves the next test. */
final class Windows {

    private static final Deque<ChromeDriver> FREE = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FREE.forEach(ChromeDriver::quit)));
    }

    private Windows() {}

    /** A window with no cookies. */
    static ChromeDriver take() {
        ChromeDriver free = FREE.pollFirst();
        return free == null ? start() : free;
    }

    /** Keeps this window for another test, without what this one has left: our pages leave cookies only. */
    static void giveBack(ChromeDriver window) {
        try {
            window.get("about:blank");
            window.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            window.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
            window.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
            FREE.addFirst(window);
        } catch (WebDriverException _) {
            window.quit();
        }
    }

    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        BrowserInstall.browser().ifPresent(browser -> options.setBinary(browser.toString()));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-prefers-reduced-motion",
                "--user-data-dir=" + profile());
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        BrowserInstall.driver().ifPresent(executable -> service.usingDriverExecutable(executable.toFile()));
        return new ChromeDriver(service.build(), options);
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory("heliograph-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
