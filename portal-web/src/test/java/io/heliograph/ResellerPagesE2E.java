package io.heliograph;

import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every page of a reseller, with its errors, at all widths, in one window. */
class ResellerPagesE2E extends E2E {

    @Test
    void everyPageOfAResellerIsSound() {
        Browser nora = browser(Size.DESKTOP).signInAs("Southwind Mobile");
        Walk walk = new Walk(nora);
        for (String page : List.of(
                "/",
                "/customers",
                "/customers?q=nobody",
                "/prices",
                "/prices/terms",
                "/packages",
                "/packages/stripe-account",
                "/credits",
                "/credits/statement",
                "/webhooks",
                "/brand",
                "/people")) {
            walk.at(page);
        }
        for (String form : List.of("/customers/new", "/packages/new", "/prices/new", "/people/new")) {
            walk.refused(form);
        }
        nora.visit("/customers").click("Cedar School").waitForText("Suspend Cedar School");
        nora.look("seller-customer");
        String customer = walk.path();
        for (String form : List.of("/allocations", "/take-backs")) {
            walk.refused(customer + form);
        }
        for (String page : List.of("/details", "/credit-limit", "/markup", "/suspension", "/statement", "/messages")) {
            walk.at(customer + page);
        }
        nora.visit("/prices/new?prefix=4477").type("price", "0.5").waitForText("you lose");
        nora.look("seller-price-loss");
        nora.visit("/nowhere").waitForText("There is nothing here");
        nora.look("seller-reseller-404");
    }
}
