package io.heliograph.tenants;

import io.heliograph.mail.SenderNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails go out under the brand that their reader knows. */
@Configuration(proxyBeanMethods = false)
class MailSettings {

    @Bean
    SenderNames senderNames(Brands brands) {
        return tenantId -> brands.of(tenantId).mailSender();
    }
}
