package io.heliograph.purchases.stripe.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** The pages on which the owner of an account answers Stripe's questions, at {@code /connect/{link}}. */
final class ConnectHandler implements HttpHandler {

    private final SimulatedAccounts accounts;
    private final SimulatedObjects objects;
    private final SimulatedStripe stripe;

    ConnectHandler(SimulatedAccounts accounts, SimulatedObjects objects, SimulatedStripe stripe) {
        this.accounts = accounts;
        this.objects = objects;
        this.stripe = stripe;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                String[] path = exchange.getRequestURI().getPath().split("/", -1);
                ObjectNode link = link(path[2]);
                if (exchange.getRequestMethod().equals("POST") && path.length == 4) {
                    act(exchange, link, path[3]);
                } else {
                    CheckoutHandler.protect(exchange, "'self' " + origin(link));
                    Exchanges.answer(exchange, 200, "text/html", CheckoutPage.questions(link));
                }
            } catch (ApiError refused) {
                CheckoutHandler.protect(exchange, "'none'");
                Exchanges.answer(exchange, refused.status(), "text/html", CheckoutPage.refused(refused.getMessage()));
            }
        }
    }

    private void act(HttpExchange exchange, ObjectNode link, String action) throws IOException {
        String account = link.path("account").asString();
        synchronized (stripe) {
            switch (action) {
                case "finish" -> accounts.answered(account, true);
                case "review" -> accounts.answered(account, false);
                case "later" -> {}
                default -> throw ApiError.missing(action);
            }
        }
        Exchanges.redirect(exchange, link.path("return_url").asString());
    }

    private ObjectNode link(String id) {
        synchronized (stripe) {
            ObjectNode link = objects.get("", id);
            if (!link.path("object").asString().equals("account_link")) {
                throw ApiError.missing(id);
            }
            return link;
        }
    }

    /** A browser applies form-action to where a form's answer redirects to, too. */
    private static String origin(ObjectNode link) {
        URI back = URI.create(link.path("return_url").asString());
        return back.getScheme() + "://" + back.getRawAuthority();
    }
}
