package io.heliograph;

import io.heliograph.browser.Browser;
import org.openqa.selenium.By;

/** Goes from page to page of a seller, and looks at each. */
record Walk(Browser browser) {

    private static final By SUBMIT = By.cssSelector(".frame main form .btn-primary");

    void at(String page) {
        browser.visit(page).waitFor(By.cssSelector(".frame main h1"));
        browser.look("seller-" + name(page));
    }

    /** Sends a form off as it comes; what it shows then is the same form and what is wrong with it. */
    void refused(String form) {
        browser.visit(form).waitFor(By.cssSelector(".frame main h1"));
        browser.click(SUBMIT).waitForText("There is a problem");
        browser.look("seller-" + name(form) + "-refused");
    }

    /** Where it is, without the host. */
    String path() {
        return browser.driver().getCurrentUrl().replaceFirst("^https?://[^/]+", "");
    }

    private static String name(String page) {
        return page.equals("/")
                ? "overview"
                : page.substring(1).replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z0-9]+", "-");
    }
}
