package io.heliograph.portal.people;

import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person to invite, as typed. */
record PersonForm(
        @NotBlank(message = "{person.name.missing}") @Size(max = 80, message = "{person.name.long}")
        String name,

        @NotBlank(message = "{people.email.missing}")
        @Email(message = "{people.email.wrong}")
        @Size(max = 254, message = "{people.email.wrong}")
        String email,

        @Nullable Role role) {

    static final PersonForm EMPTY = new PersonForm("", "", null);

    PersonForm {
        name = name == null ? "" : name.strip();
        email = email == null ? "" : email.strip();
    }

    NewUser person() {
        return new NewUser(email, name, Objects.requireNonNull(role));
    }
}
