package io.heliograph.purchases.stripe.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The part of Stripe's API that the real client is used for, under {@code /v1/}. */
final class ApiHandler implements HttpHandler {

    private static final String SESSIONS = "checkout/sessions";
    private static final String PAYMENT = "payment_intent";

    private final SimulatedStripe stripe;
    private final SimulatedReversals reversals;
    private final SimulatedObjects objects;
    private final SimulatedAccounts accounts;
    private final String apiKey;
    private final String baseUrl;

    ApiHandler(
            SimulatedStripe stripe,
            SimulatedReversals reversals,
            SimulatedObjects objects,
            SimulatedAccounts accounts,
            String apiKey,
            String baseUrl) {
        this.stripe = stripe;
        this.reversals = reversals;
        this.objects = objects;
        this.accounts = accounts;
        this.apiKey = apiKey;
        this.baseUrl = baseUrl;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                Exchanges.answer(exchange, 200, "application/json", answer(exchange));
            } catch (ApiError refused) {
                Exchanges.answer(exchange, refused.status(), "application/json", refused.body());
            }
        }
    }

    private String answer(HttpExchange exchange) throws IOException {
        if (!Exchanges.header(exchange, "Authorization").equals("Bearer " + apiKey)) {
            throw new ApiError(401, "invalid_api_key", "Invalid API Key provided");
        }
        String account = accounts.check(Exchanges.header(exchange, "Stripe-Account"));
        Form form = Exchanges.form(exchange);
        String path = exchange.getRequestURI().getPath().substring("/v1/".length());
        synchronized (stripe) {
            return exchange.getRequestMethod().equals("POST")
                    ? post(account, path, form, Exchanges.header(exchange, "Idempotency-Key"))
                            .toString()
                    : get(account, path, form).toString();
        }
    }

    private ObjectNode post(String account, String path, Form form, String idempotencyKey) {
        String key = account + " " + idempotencyKey;
        Optional<ObjectNode> before = idempotencyKey.isEmpty() ? Optional.empty() : objects.answer(key);
        if (before.isPresent()) {
            return repeat(account, path + form, before.get());
        }
        ObjectNode made =
                switch (path) {
                    case SESSIONS -> shown(account, stripe.openSession(account, form), form);
                    case "refunds" -> refund(account, form);
                    case "accounts" -> accounts.open(form);
                    case "account_links" -> accounts.link(form, baseUrl);
                    default -> throw unknown(path);
                };
        if (!idempotencyKey.isEmpty()) {
            objects.rememberAnswer(key, path + form, made.path("id").asString());
        }
        return made;
    }

    private ObjectNode refund(String account, Form form) {
        boolean allOfIt = form.get("amount").isEmpty();
        return reversals.refund(account, form.get(PAYMENT), allOfIt ? 0 : form.number("amount"));
    }

    private ObjectNode repeat(String account, String parameters, ObjectNode before) {
        if (!before.path("parameters").asString().equals(parameters)) {
            throw new ApiError(
                    400, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters");
        }
        String id = before.path("id").asString();
        ObjectNode made = stripe.object(objects.accountOf(id), id);
        return made.path("object").asString().equals("checkout.session")
                ? shown(account, made, Form.parse(null))
                : made;
    }

    private ObjectNode get(String account, String path, Form form) {
        int slash = path.lastIndexOf('/');
        String id = path.substring(slash + 1);
        return switch (slash < 0 ? path : path.substring(0, slash)) {
            case SESSIONS -> shown(account, stripe.session(account, id), form);
            case "payment_intents", "charges" -> stripe.object(account, id);
            case "refunds" -> slash < 0 ? list(account, "refund", form) : stripe.object(account, id);
            case "disputes" -> slash < 0 ? list(account, "dispute", form) : stripe.object(account, id);
            case "accounts" -> accounts.get(id);
            default -> throw unknown(path);
        };
    }

    private ObjectNode shown(String account, ObjectNode session, Form form) {
        ObjectNode shown = session.deepCopy();
        shown.put("url", baseUrl + "/checkout/" + session.path("id").asString());
        if (form.expands(PAYMENT) && shown.path(PAYMENT).isString()) {
            ObjectNode payment =
                    stripe.object(account, shown.path(PAYMENT).asString()).deepCopy();
            if (form.expands(PAYMENT + ".latest_charge")) {
                payment.set(
                        "latest_charge",
                        stripe.object(account, payment.path("latest_charge").asString()));
            }
            shown.set(PAYMENT, payment);
        }
        return shown;
    }

    private ObjectNode list(String account, String kind, Form form) {
        List<ObjectNode> found = objects.ofPayment(account, kind, form.get(PAYMENT));
        ObjectNode list = JsonMapper.shared().createObjectNode().put("object", "list");
        list.put("has_more", false)
                .put("url", "/v1/" + kind + "s")
                .putArray("data")
                .addAll(found);
        return list;
    }

    private static ApiError unknown(String path) {
        return new ApiError(404, "unrecognized_request", "The simulator has no /v1/" + path);
    }
}
