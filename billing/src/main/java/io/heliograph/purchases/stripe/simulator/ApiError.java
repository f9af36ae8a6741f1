package io.heliograph.purchases.stripe.simulator;

import tools.jackson.databind.json.JsonMapper;

/** A request that the simulated Stripe refuses. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private final String code;

    ApiError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ApiError missing(String id) {
        return new ApiError(404, "resource_missing", "No such object: '" + id + "'");
    }

    int status() {
        return status;
    }

    String body() {
        var body = JsonMapper.shared().createObjectNode();
        body.putObject("error")
                .put("type", code.equals("idempotency_error") ? code : "invalid_request_error")
                .put("code", code)
                .put("message", getMessage());
        return body.toString();
    }
}
