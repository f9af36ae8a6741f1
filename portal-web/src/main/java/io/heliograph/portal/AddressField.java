package io.heliograph.portal;

import io.heliograph.credentials.AddressList;
import java.util.List;
import org.springframework.validation.Errors;

/** A field with the addresses from which a credential may be used, the same for credentials of every kind. */
public final class AddressField {

    /** With spaces, commas or line ends between; as long as the tables hold. */
    private static final int MOST_CHARACTERS = 1000;

    private AddressField() {}

    /** Rejects what is no address and no range, naming the first, and more than a list may have. */
    public static void check(Errors errors, String field, String typed) {
        List<String> unreadable = AddressList.unreadable(typed);
        if (!unreadable.isEmpty()) {
            errors.rejectValue(field, "api.addresses.wrong", new Object[] {unreadable.getFirst()}, null);
        } else if (typed.length() > MOST_CHARACTERS || typed.split("[\\s,;]+").length > AddressList.MOST) {
            errors.rejectValue(field, "api.addresses.many", new Object[] {AddressList.MOST}, null);
        }
    }
}
