package io.heliograph;

import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A journey in a real browser through the whole portal. */
@PortalTest
public abstract class E2E {

    @LocalServerPort
    private int port;

    private final List<Browser> open = new ArrayList<>();

    /** A new window of this size, closed after the test. */
    protected Browser browser(Size size) {
        return browser(size, portal());
    }

    /** The same under another host that is the portal's. */
    protected Browser browser(Size size, String address) {
        Browser browser = Browser.open(address, size);
        open.add(browser);
        return browser;
    }

    /** The portal's address, without a slash at its end. */
    protected String portal() {
        return "http://localhost:" + port;
    }

    @AfterEach
    void closeWindows() {
        open.forEach(Browser::close);
    }
}
