package io.heliograph.credentials;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential to make.
 *
 * @param name what it is for, 1 to 60 characters
 * @param answerForm of a login
 * @param createdBy the person; null for none
 */
public record NewCredential(
        CredentialKind kind,
        String name,
        AnswerForm answerForm,
        Limits limits,
        @Nullable UUID createdBy) {

    public NewCredential {
        name = name.strip();
    }
}
