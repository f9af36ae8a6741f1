package io.heliograph.purchases.stripe.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** The page on which a payer pays, at {@code /checkout/{session}}, plain HTML without any script. */
final class CheckoutHandler implements HttpHandler {

    private static final String FORBID_ALL = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; ";

    private final SimulatedStripe stripe;
    private final SimulatedReversals reversals;
    private final SimulatedObjects objects;

    CheckoutHandler(SimulatedStripe stripe, SimulatedReversals reversals, SimulatedObjects objects) {
        this.stripe = stripe;
        this.reversals = reversals;
        this.objects = objects;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                String[] path = exchange.getRequestURI().getPath().split("/", -1);
                boolean acts = exchange.getRequestMethod().equals("POST") && path.length == 4;
                if (acts) {
                    act(exchange, path[2], path[3]);
                } else {
                    show(exchange, session(path[2]), "");
                }
            } catch (ApiError refused) {
                protect(exchange, "'none'");
                Exchanges.answer(exchange, refused.status(), "text/html", CheckoutPage.refused(refused.getMessage()));
            }
        }
    }

    private void act(HttpExchange exchange, String id, String action) throws IOException {
        switch (action) {
            case "pay" -> {
                stripe.pay(id);
                leave(exchange, session(id));
            }
            case "refund" -> {
                ObjectNode session = session(id);
                reversals.refund(session.path("account").asString(), payment(session), 0);
                show(exchange, session, CheckoutPage.notice("Refunded. The portal takes the credits back."));
            }
            case "dispute" -> {
                ObjectNode session = session(id);
                reversals.dispute(payment(session), session.path("amount_total").asLong());
                show(exchange, session, CheckoutPage.notice("Disputed. The portal takes the credits back."));
            }
            case "decline" -> show(exchange, session(id), CheckoutPage.declined());
            default -> throw ApiError.missing(action);
        }
    }

    private void leave(HttpExchange exchange, ObjectNode session) throws IOException {
        boolean complete = session.path("status").asString().equals("complete");
        if (complete) {
            Exchanges.redirect(exchange, successUrl(session));
        } else {
            show(exchange, session, "");
        }
    }

    private void show(HttpExchange exchange, ObjectNode session, String notice) throws IOException {
        // A browser applies form-action to where a form's answer redirects to, too.
        protect(exchange, "'self' " + origin(session.path("success_url").asString()));
        String page =
                switch (session.path("status").asString()) {
                    case "open" ->
                        CheckoutPage.open(session, session.path("account").asString(), notice);
                    case "complete" -> CheckoutPage.paid(session, successUrl(session), notice);
                    default -> CheckoutPage.expired(session);
                };
        Exchanges.answer(exchange, 200, "text/html", page);
    }

    private ObjectNode session(String id) {
        synchronized (stripe) {
            String account = objects.accountOf(id);
            ObjectNode session = stripe.session(account, id).deepCopy().put("account", account);
            if (!session.path("object").asString().equals("checkout.session")) {
                throw ApiError.missing(id);
            }
            return session;
        }
    }

    private static String payment(ObjectNode session) {
        return session.path("payment_intent").asString("");
    }

    private static String successUrl(ObjectNode session) {
        return session.path("success_url")
                .asString()
                .replace("{CHECKOUT_SESSION_ID}", session.path("id").asString());
    }

    static void protect(HttpExchange exchange, String formAction) {
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", FORBID_ALL + "style-src 'self'; form-action " + formAction);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }

    private static String origin(String url) {
        URI uri = URI.create(url.replace("{CHECKOUT_SESSION_ID}", "session"));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
