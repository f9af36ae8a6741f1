package io.heliograph.portal.smpp;

import io.heliograph.smppserver.SmppLimits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A credential to make, as typed.
 *
 * @param addresses that may bind, by spaces, commas or lines; empty for any
 */
record SmppForm(
        @NotBlank(message = "{smpp.name.missing}") @Size(max = 60, message = "{smpp.name.long}")
        String name,

        String addresses,
        String binds,
        String window,
        String segments) {

    private static final int ADDRESSES_LENGTH = 400;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

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
        SmppLimits limits = SmppLimits.STANDARD;
        return new SmppForm(
                "",
                "",
                String.valueOf(limits.mostBinds()),
                String.valueOf(limits.window()),
                String.valueOf(limits.segmentsPerSecond()));
    }

    /** The limits, or empty with what is wrong in {@code errors}. */
    Optional<SmppLimits> limits(BindingResult errors) {
        OptionalInt wantedBinds = within(errors, "binds", binds, SmppLimits.MOST_BINDS);
        OptionalInt wantedWindow = within(errors, "window", window, SmppLimits.WIDEST_WINDOW);
        OptionalInt wantedSegments = within(errors, "segments", segments, SmppLimits.MOST_SEGMENTS);
        List<String> allowed = Arrays.stream(SEPARATORS.split(addresses))
                .filter(address -> !address.isEmpty())
                .toList();
        boolean inForm =
                allowed.stream().allMatch(address -> ADDRESS.matcher(address).matches());
        if (!inForm || String.join(" ", allowed).length() > ADDRESSES_LENGTH) {
            errors.rejectValue("addresses", "smpp.addresses.wrong");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new SmppLimits(
                        allowed, wantedBinds.orElseThrow(), wantedWindow.orElseThrow(), wantedSegments.orElseThrow()));
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
