package io.heliograph.email.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person wrote into a mail: everything above the signature and the mails it answers, without quoted lines. */
final class Written {

    /** No line that is looked at with care is longer; so no pattern takes long. */
    private static final int LONGEST_LOOKED_AT = 400;

    private static final int MOST_LINES_OF_ATTRIBUTION = 3;
    private static final int LINES_OF_HEADING = 5;

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(On|Am|Le|El|Il|Em|Op|Den|Il giorno) .*\\b(wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev)\\b[^:]{0,120}:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ORIGINAL = Pattern.compile(
            "-{2,} ?(Original Message|Original Appointment|Original-Nachricht|Ursprüngliche Nachricht|Message d['’]origine"
                    + "|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht) ?-{2,}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern HEADING_FROM =
            Pattern.compile("\\*?(From|Von|De|Da|Van|Från|Fra) ?:\\*? .+", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADING_SENT = Pattern.compile(
            "\\*?(Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha|Inviato|Verzonden|Skickat|Sendt) ?:\\*? .+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DEVICE = Pattern.compile(
            "(Sent from my|Sent from Outlook|Sent from Mail for|Get Outlook for|Von meinem .{1,40} gesendet|Gesendet mit der"
                    + "|Envoyé de mon|Enviado desde mi|Inviato da) ?.{0,80}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Written() {}

    /** Cuts a text of any length in one pass over its lines. */
    static String by(String text) {
        List<String> lines = text.lines().toList();
        List<String> kept = new ArrayList<>();
        boolean hasWords = false;
        for (int i = 0; i < lines.size() && !endsAt(lines, i, hasWords); i++) {
            String line = lines.get(i);
            if (!line.startsWith(">")) {
                kept.add(line);
                hasWords = hasWords || !line.isBlank();
            }
        }
        return String.join("\n", kept);
    }

    private static boolean endsAt(List<String> lines, int i, boolean isBelowWords) {
        String line = lines.get(i).strip();
        if (line.length() > LONGEST_LOOKED_AT || line.isEmpty()) {
            return false;
        }
        return line.equals("--")
                || ORIGINAL.matcher(line).matches()
                || isAttribution(lines, i)
                || (isBelowWords && (isHeading(lines, i) || isDevice(lines, i)));
    }

    /** "On Tuesday Ana wrote:", which programs break into lines. */
    private static boolean isAttribution(List<String> lines, int start) {
        if (lines.get(start).strip().indexOf(' ') < 0) {
            return false;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = start; i < Math.min(start + MOST_LINES_OF_ATTRIBUTION, lines.size()); i++) {
            joined.append(joined.isEmpty() ? "" : " ").append(lines.get(i).strip());
            if (joined.length() > LONGEST_LOOKED_AT) {
                return false;
            }
            if (ATTRIBUTION.matcher(joined).matches()) {
                return true;
            }
        }
        return false;
    }

    /** "From: … Sent: …", as Outlook begins what was answered. */
    private static boolean isHeading(List<String> lines, int start) {
        return HEADING_FROM.matcher(lines.get(start).strip()).matches()
                && lines.subList(start + 1, Math.min(start + LINES_OF_HEADING, lines.size())).stream()
                        .map(String::strip)
                        .filter(line -> line.length() <= LONGEST_LOOKED_AT)
                        .anyMatch(line -> HEADING_SENT.matcher(line).matches());
    }

    /** "Sent from my phone" with nothing of the writer's after it. */
    private static boolean isDevice(List<String> lines, int i) {
        return DEVICE.matcher(lines.get(i).strip()).matches()
                && (i + 1 == lines.size() || lines.get(i + 1).isBlank());
    }
}
