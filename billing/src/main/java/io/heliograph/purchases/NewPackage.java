package io.heliograph.purchases;

import io.heliograph.ledger.Credits;

/**
 * A package to be offered.
 *
 * @param name what buyers read, 1 to {@link #MAX_NAME} characters
 * @param credits above zero
 */
public record NewPackage(String name, Credits credits, Price price) {

    /** The longest name. */
    public static final int MAX_NAME = 60;

    /** A missing or too long name, or no credits, is an {@link IllegalArgumentException}. */
    public NewPackage {
        name = name.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new IllegalArgumentException("A package's name has 1 to " + MAX_NAME + " characters");
        }
        if (!credits.isPositive()) {
            throw new IllegalArgumentException("A package has more than 0 credits");
        }
    }
}
