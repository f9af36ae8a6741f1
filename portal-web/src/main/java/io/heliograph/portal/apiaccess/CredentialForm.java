package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.AnswerForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A credential to make, as typed. */
record CredentialForm(
        @NotBlank(message = "{api.name.missing}") @Size(max = CredentialForm.MOST, message = "{api.name.long}")
        String name,

        AnswerForm answer) {

    static final int MOST = 60;
    static final CredentialForm EMPTY = new CredentialForm("", AnswerForm.OK);

    CredentialForm(@Nullable String name, @Nullable AnswerForm answer) {
        this.name = name == null ? "" : name.strip();
        this.answer = answer == null ? AnswerForm.OK : answer;
    }
}
