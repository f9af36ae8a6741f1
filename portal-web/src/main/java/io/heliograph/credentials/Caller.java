package io.heliograph.credentials;

import java.util.UUID;

/** Who calls an API: the credential, its tenant, and how it wants to be answered. */
public record Caller(UUID credentialId, UUID tenantId, AnswerForm answerForm) {}
