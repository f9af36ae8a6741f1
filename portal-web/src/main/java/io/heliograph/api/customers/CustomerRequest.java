package io.heliograph.api.customers;

import io.heliograph.ledger.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A customer to open.
 *
 * @param owner who is invited by mail to run the account
 * @param timeZone as in the tz database; null for the seller's own
 * @param credits the first ones, from the seller's balance; null for none
 */
record CustomerRequest(
        @NotBlank(message = "A customer has a name") @Size(max = 80, message = "A name has at most 80 characters")
        String name,

        @NotNull(message = "Say who owns the account") @Valid
        Owner owner,

        @Nullable ZoneId timeZone,
        @Nullable Credits credits) {

    /** A person. */
    record Owner(
            @NotBlank(message = "A person has a name") @Size(max = 80, message = "A name has at most 80 characters")
            String name,

            @NotBlank(message = "Give an e-mail address")
            @Email(message = "This is not an e-mail address")
            @Size(max = 254, message = "This is not an e-mail address")
            String email) {}
}
