package io.heliograph.portal.smpp;

import io.heliograph.credentials.AddressList;
import io.heliograph.portal.AddressField;
import io.heliograph.smppserver.SmppCredential;
import io.heliograph.smppserver.SmppLimits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A credential to make or change, as typed.
 *
 * @param addresses and ranges that may bind, by spaces, commas or lines; empty for any
 */
record SmppForm(
        @NotBlank(message = "{smpp.name.missing}") @Size(max = 60, message = "{smpp.name.long}")
        String name,

        String addresses,
        String binds,
        String window,
        String segments) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    SmppForm(
            @Nullable String name,
            @Nullable String addresses,
            @Nullable String binds,
            @Nullable String window,
            @Nullable String segments) {
        this.name = stripped(name);
        this.addresses = stripped(addresses);
        this.binds = stripped(binds);
        this.window = stripped(window);
        this.segments = stripped(segments);
    }

    static SmppForm empty() {
        return of("", SmppLimits.STANDARD);
    }

    static SmppForm of(SmppCredential credential) {
        return of(credential.name(), credential.limits());
    }

    private static SmppForm of(String name, SmppLimits limits) {
        return new SmppForm(
                name,
                String.join("\n", limits.addresses().ranges()),
                String.valueOf(limits.mostBinds()),
                String.valueOf(limits.window()),
                String.valueOf(limits.segmentsPerSecond()));
    }

    /** The limits, or empty with what is wrong in {@code errors}. */
    Optional<SmppLimits> limits(BindingResult errors) {
        OptionalInt wantedBinds = within(errors, "binds", binds, SmppLimits.MOST_BINDS);
        OptionalInt wantedWindow = within(errors, "window", window, SmppLimits.WIDEST_WINDOW);
        OptionalInt wantedSegments = within(errors, "segments", segments, SmppLimits.MOST_SEGMENTS);
        AddressField.check(errors, "addresses", addresses);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new SmppLimits(
                        AddressList.parse(addresses),
                        wantedBinds.orElseThrow(),
                        wantedWindow.orElseThrow(),
                        wantedSegments.orElseThrow()));
    }

    private static OptionalInt within(BindingResult errors, String field, String typed, int most) {
        int value = NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
        if (value >= 1 && value <= most) {
            return OptionalInt.of(value);
        }
        errors.rejectValue(field, "smpp." + field + ".wrong", new Object[] {most}, null);
        return OptionalInt.empty();
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
