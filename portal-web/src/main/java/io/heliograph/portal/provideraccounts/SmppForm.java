package io.heliograph.portal.provideraccounts;

import io.heliograph.provider.smpp.IdForm;
import io.heliograph.upstream.SmppSettings;
import io.heliograph.upstream.Transport;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How an account is reached, as typed. */
record SmppForm(
        @Nullable Transport transport,
        String host,
        String port,
        @Nullable Boolean tls,
        String sessions,
        String window,
        String segments,
        @Nullable IdForm ids) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern HOST = Pattern.compile("[0-9a-zA-Z.:-]{1,200}");

    SmppForm {
        host = stripped(host);
        port = stripped(port);
        sessions = stripped(sessions);
        window = stripped(window);
        segments = stripped(segments);
    }

    static SmppForm of(SmppSettings settings) {
        return new SmppForm(
                settings.transport(),
                settings.host(),
                String.valueOf(settings.port()),
                settings.tls(),
                String.valueOf(settings.sessions()),
                String.valueOf(settings.window()),
                String.valueOf(settings.segmentsPerSecond()),
                settings.ids());
    }

    /** The settings, or empty with what is wrong in {@code errors}. */
    Optional<SmppSettings> settings(BindingResult errors) {
        requireWithin(errors, "port", port, SmppSettings.LAST_PORT);
        requireWithin(errors, "sessions", sessions, SmppSettings.MOST_SESSIONS);
        requireWithin(errors, "window", window, SmppSettings.WIDEST_WINDOW);
        requireWithin(errors, "segments", segments, SmppSettings.MOST_SEGMENTS);
        Transport chosen = transport == null ? Transport.HTTP : transport;
        boolean wanted = chosen != Transport.HTTP;
        if ((wanted || !host.isEmpty()) && !HOST.matcher(host).matches()) {
            errors.rejectValue("host", "accounts.smpp.host.wrong");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new SmppSettings(
                        chosen,
                        host,
                        Integer.parseInt(port),
                        Boolean.TRUE.equals(tls),
                        Integer.parseInt(sessions),
                        Integer.parseInt(window),
                        Integer.parseInt(segments),
                        ids == null ? IdForm.SAME : ids));
    }

    private static void requireWithin(BindingResult errors, String field, String typed, int most) {
        boolean number = NUMBER.matcher(typed).matches();
        if (!number || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            errors.rejectValue(field, "accounts.smpp.number.wrong", new Object[] {String.valueOf(most)}, null);
        }
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
