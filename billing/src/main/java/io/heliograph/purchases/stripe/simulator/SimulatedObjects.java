package io.heliograph.purchases.stripe.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything the simulated Stripe remembers: its objects by id, each with the account it belongs to, answers by
 * idempotency key, and events not yet delivered. With a file, all of it is written there after every change.
 */
final class SimulatedObjects {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ACCOUNT = "account";
    private static final String VALUE = "value";

    private final @Nullable Path file;
    private final ObjectNode root;

    SimulatedObjects(@Nullable Path file) {
        this.file = file;
        this.root = file != null && Files.exists(file) ? read(file) : JSON.createObjectNode();
        root.withObject("objects");
        root.withObject("answers");
        root.withObject("undelivered");
    }

    int lastPort() {
        return root.path("port").asInt(0);
    }

    void rememberPort(int port) {
        root.put("port", port);
        save();
    }

    void put(String account, ObjectNode object) {
        root.withObject("objects")
                .putObject(object.path("id").asString())
                .put(ACCOUNT, account)
                .set(VALUE, object);
        save();
    }

    /** An object of this account; one of another account is as missing as one that never was. */
    ObjectNode get(String account, String id) {
        JsonNode entry = root.path("objects").path(id);
        if (entry.isMissingNode() || !entry.path(ACCOUNT).asString().equals(account)) {
            throw ApiError.missing(id);
        }
        return (ObjectNode) entry.path(VALUE);
    }

    /** The account that an object belongs to; empty text for the platform. */
    String accountOf(String id) {
        JsonNode entry = root.path("objects").path(id);
        if (entry.isMissingNode()) {
            throw ApiError.missing(id);
        }
        return entry.path(ACCOUNT).asString();
    }

    /** Objects of a kind that belong to a payment, newest first as Stripe lists them. */
    List<ObjectNode> ofPayment(String account, String kind, String paymentId) {
        return root.path("objects")
                .valueStream()
                .filter(entry -> entry.path(ACCOUNT).asString().equals(account))
                .map(entry -> (ObjectNode) entry.path(VALUE))
                .filter(object -> object.path("object").asString().equals(kind))
                .filter(object -> object.path("payment_intent").asString("").equals(paymentId))
                .toList()
                .reversed();
    }

    Optional<ObjectNode> answer(String key) {
        return root.path("answers").path(key) instanceof ObjectNode answer ? Optional.of(answer) : Optional.empty();
    }

    void rememberAnswer(String key, String parameters, String id) {
        root.withObject("answers").putObject(key).put("parameters", parameters).put("id", id);
        save();
    }

    void addUndelivered(ObjectNode event) {
        root.withObject("undelivered").set(event.path("id").asString(), event);
        save();
    }

    void removeUndelivered(String eventId) {
        root.withObject("undelivered").remove(eventId);
        save();
    }

    List<ObjectNode> undelivered() {
        return root.path("undelivered")
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    void save() {
        if (file == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, "stripe", ".json");
            Files.writeString(next, root.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
