package io.heliograph.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param from the address they come from; the name before it is the brand's
 * @param tryFor how long a mail is tried before it is given up
 */
@ConfigurationProperties("heliograph.mail")
record MailProperties(
        @DefaultValue("no-reply@localhost") String from,
        @DefaultValue("2d") Duration tryFor) {}
