package io.heliograph.credentials;

import java.time.Instant;
import java.util.UUID;

/**
 * A call of the REST API that was answered as asked.
 *
 * @param path method and path
 * @param status of HTTP
 */
public record AnsweredCall(UUID id, UUID credentialId, String path, int status, Instant at) {}
