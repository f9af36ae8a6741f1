package io.heliograph.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Collectors;
import org.openqa.selenium.WebDriver;

/** The rules of axe, held against a page. */
final class Audit {

    private static final int SECONDS = 90;

    private Audit() {}

    /** What the page that is open violates, a rule a line; empty if nothing. */
    static String violations(WebDriver page) {
        return axe().analyze(page).getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes())
                .collect(Collectors.joining("\n"));
    }

    /** In the page itself: the newer way opens a window for each audit, and our pages have no frames. */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder().setLegacyMode(true).withOptions(options).setTimeout(SECONDS);
    }
}
