package io.heliograph.purchases.stripe.simulator;

import io.heliograph.purchases.stripe.StripeAmount;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The HTML of the checkout page. It says on every page that nothing real happens. */
final class CheckoutPage {

    private CheckoutPage() {}

    static String open(ObjectNode session, String account, String notice) {
        String amount = amount(session);
        return page("Pay " + amount, """
                %s
                <p class="what">%s</p>
                <h1 class="amount">%s</h1>
                <p class="who">To %s</p>
                <form method="post" action="/checkout/%s/pay">
                  <button class="pay" type="submit">Pay %s</button>
                </form>
                <form method="post" action="/checkout/%s/decline">
                  <button class="decline" type="submit">Card declined</button>
                </form>
                <p class="back"><a href="%s">Cancel and go back</a></p>
                """.formatted(
                        notice,
                        escape(session.path("description").asString()),
                        escape(amount),
                        account.isEmpty() ? "the platform" : "connected account <code>" + escape(account) + "</code>",
                        session.path("id").asString(),
                        escape(amount),
                        session.path("id").asString(),
                        escape(session.path("cancel_url").asString())));
    }

    static String declined() {
        return """
                <p class="declined" role="alert">The card was declined. Nothing was charged. Pay again or go back.</p>
                """;
    }

    static String notice(String text) {
        return "<p class=\"notice\" role=\"status\">%s</p>\n".formatted(text);
    }

    /** The page of a payment, where the seller and the payer's bank can be played as well. */
    static String paid(ObjectNode session, String successUrl, String notice) {
        String id = session.path("id").asString();
        return page("Paid", """
                %s
                <p class="what">%s</p>
                <h1>%s is paid</h1>
                <p class="back"><a href="%s">Go back to the portal</a></p>
                <form method="post" action="/checkout/%s/refund">
                  <button type="submit">Refund it, as the seller</button>
                </form>
                <form method="post" action="/checkout/%s/dispute">
                  <button type="submit">Dispute it, as the payer’s bank</button>
                </form>
                """.formatted(
                        notice,
                        escape(session.path("description").asString()),
                        escape(amount(session)),
                        escape(successUrl),
                        id,
                        id));
    }

    /** Where the owner of an account says who they are. */
    static String questions(ObjectNode link) {
        String id = link.path("id").asString();
        return page(
                "Set up your account", """
                <p class="what">Connected account <code>%s</code></p>
                <h1>Tell us about your business</h1>
                <p class="who">Stripe asks for a name, an address and a bank account here.</p>
                <form method="post" action="/connect/%s/finish">
                  <button class="pay" type="submit">Answer everything</button>
                </form>
                <form method="post" action="/connect/%s/review">
                  <button type="submit">Answer, and have it checked for long</button>
                </form>
                <form method="post" action="/connect/%s/later">
                  <button type="submit">Go on another day</button>
                </form>
                """.formatted(escape(link.path("account").asString()), id, id, id));
    }

    static String expired(ObjectNode session) {
        return page("Checkout closed", """
                <h1>This checkout has run out of time</h1>
                <p>Nothing was charged. Start again in the portal.</p>
                <p class="back"><a href="%s">Go back to the portal</a></p>
                """.formatted(
                        escape(session.path("cancel_url").asString())));
    }

    static String refused(@Nullable String why) {
        return page("Not possible", """
                <h1>That is not possible</h1>
                <p>%s</p>
                <p>Start again in the portal.</p>
                """.formatted(escape(why == null ? "" : why)));
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%s · Stripe simulation</title>
                  <link rel="stylesheet" href="/checkout.css">
                </head>
                <body>
                <header>Simulation. No card is charged and no money moves.</header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escape(title), content);
    }

    private static String amount(ObjectNode session) {
        Currency currency =
                Currency.getInstance(session.path("currency").asString().toUpperCase(Locale.ROOT));
        long minor = StripeAmount.toMinor(session.path("amount_total").asLong(), currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.ENGLISH);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
