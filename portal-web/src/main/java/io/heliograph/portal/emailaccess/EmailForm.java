package io.heliograph.portal.emailaccess;

import io.heliograph.email.EmailSettings;
import io.heliograph.email.Writer;
import io.heliograph.text.SenderId;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Settings, as typed.
 *
 * @param rules a line for each: who = sender
 * @param writers a line for each
 * @param subject and {@code report}: ticked
 * @param parts 1 to 5
 * @param day a whole number; empty for no limit
 */
record EmailForm(
        String sender, String rules, String writers, Boolean subject, String parts, String day, Boolean report) {

    private static final Pattern PARTS = Pattern.compile("[1-5]");
    private static final Pattern DAY = Pattern.compile("[1-9][0-9]{0,8}");

    EmailForm(
            @Nullable String sender,
            @Nullable String rules,
            @Nullable String writers,
            @Nullable Boolean subject,
            @Nullable String parts,
            @Nullable String day,
            @Nullable Boolean report) {
        this.sender = stripped(sender);
        this.rules = stripped(rules);
        this.writers = stripped(writers);
        this.subject = Boolean.TRUE.equals(subject);
        this.parts = stripped(parts);
        this.day = stripped(day);
        this.report = Boolean.TRUE.equals(report);
    }

    static EmailForm of(EmailSettings settings) {
        return new EmailForm(
                settings.sender(),
                settings.rules().stream()
                        .map(rule -> rule.who() + " = " + rule.sender())
                        .collect(Collectors.joining("\n")),
                settings.writers().stream().map(Writer::pattern).collect(Collectors.joining("\n")),
                settings.subjectInFront(),
                Integer.toString(settings.mostParts()),
                settings.mostMessagesADay() == null
                        ? ""
                        : settings.mostMessagesADay().toString(),
                settings.reportByMail());
    }

    /** Which errors it has; {@code usernames} are those that a rule may name. */
    void check(Errors errors, List<String> usernames) {
        if (SenderId.parse(sender).isEmpty()) {
            errors.rejectValue("sender", "email.sender.wrong");
        }
        checkLines(
                errors,
                "rules",
                lines(rules),
                line -> RuleLine.read(line, usernames).isPresent());
        checkLines(errors, "writers", lines(writers), line -> Writer.parse(line).isPresent());
        if (!PARTS.matcher(parts).matches()) {
            errors.rejectValue("parts", "email.parts.wrong");
        }
        if (!day.isEmpty() && !DAY.matcher(day).matches()) {
            errors.rejectValue("day", "email.day.wrong");
        }
    }

    /** Of a form without errors. */
    EmailSettings settings(List<String> usernames) {
        return new EmailSettings(
                sender,
                lines(rules).stream()
                        .flatMap(line -> RuleLine.read(line, usernames).stream())
                        .toList(),
                lines(writers).stream()
                        .flatMap(line -> Writer.parse(line).stream())
                        .toList(),
                subject,
                Integer.parseInt(parts),
                day.isEmpty() ? null : Integer.valueOf(day),
                report);
    }

    private static void checkLines(Errors errors, String field, List<String> lines, Predicate<String> isGood) {
        if (lines.size() > EmailSettings.MOST_LINES) {
            errors.rejectValue(field, "email.lines.many", new Object[] {EmailSettings.MOST_LINES}, null);
            return;
        }
        lines.stream()
                .filter(isGood.negate())
                .findFirst()
                .ifPresent(line -> errors.rejectValue(field, "email." + field + ".wrong", new Object[] {line}, null));
    }

    private static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
