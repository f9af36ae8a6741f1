package io.heliograph.sandbox;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.signin.OneClickPeople;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The people of the sandbox, for the sign-in page. */
@Component
@ConditionalOnSandbox
class SandboxPeople implements OneClickPeople {

    private final MessageSource texts;

    SandboxPeople(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public List<Person> people() {
        return SandboxTenant.ALL.stream()
                .map(one -> new Person(one.email(), SandboxTenant.PASSWORD, one.name(), one.kind(), description(one)))
                .toList();
    }

    private String description(SandboxTenant one) {
        Object[] words = {String.valueOf(one.parent())};
        return texts.getMessage("sandbox." + one.kind(), words, LocaleContextHolder.getLocale());
    }
}
