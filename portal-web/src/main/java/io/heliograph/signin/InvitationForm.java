package io.heliograph.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What an invited person says: how they are called, and the password they chose. */
record InvitationForm(
        @NotBlank(message = "{person.name.missing}") @Size(max = 80, message = "{person.name.long}")
        String name,

        String password) {

    InvitationForm {
        name = name == null ? "" : name.strip();
        password = password == null ? "" : password;
    }
}
