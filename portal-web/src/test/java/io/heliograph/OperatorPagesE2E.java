package io.heliograph;

import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Every page of the operator, with its errors, at all widths, in one window. */
class OperatorPagesE2E extends E2E {

    @Test
    void everyPageOfTheOperatorIsSound() {
        Browser olga = browser(Size.DESKTOP).signInAs("Heliograph");
        Walk walk = new Walk(olga);
        for (String page :
                List.of("/", "/customers", "/provider-accounts", "/proof", "/prices", "/packages", "/people")) {
            walk.at(page);
        }
        for (String form : List.of("/customers/new", "/provider-accounts/new", "/packages/new", "/people/new")) {
            walk.refused(form);
        }
        olga.visit("/customers").click("Northwind Telecom").waitForText("Suspend Northwind Telecom");
        olga.look("seller-reseller");
        olga.visit("/provider-accounts")
                .click(By.cssSelector("main tbody th a"))
                .waitForText("Delivery reports");
        olga.look("seller-provider-account");
        walk.at(walk.path() + "/settings");
    }
}
