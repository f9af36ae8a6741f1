package io.heliograph.tenants;

import java.util.Locale;

/**
 * A person to be invited.
 *
 * @param email up to 254 characters; kept in lower case
 * @param name 1 to 80 characters
 */
public record NewUser(String email, String name, Role role) {

    private static final int EMAIL_LENGTH = 254;
    private static final int NAME_LENGTH = 80;

    public NewUser {
        email = normal(email);
        name = name.strip();
        if (email.length() > EMAIL_LENGTH || !email.contains("@")) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A person's name has 1 to 80 characters");
        }
    }

    /** An e-mail address as it is compared: without space around it, in lower case. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
