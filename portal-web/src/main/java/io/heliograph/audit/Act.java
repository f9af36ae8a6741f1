package io.heliograph.audit;

import java.util.Arrays;
import java.util.List;

/** What somebody did. Stored by name: none is renamed or removed. */
public enum Act {
    SIGNED_IN(Topic.SIGN_IN),
    SIGN_IN_REFUSED(Topic.SIGN_IN),
    SECOND_STEP_REFUSED(Topic.SIGN_IN),
    SECOND_STEP_PASSED(Topic.SIGN_IN),
    SIGNED_OUT(Topic.SIGN_IN),
    SESSION_ENDED(Topic.SIGN_IN),
    STOOD_IN(Topic.STAND_IN),
    STAND_IN_LEFT(Topic.STAND_IN),
    PASSWORD_LINK_SENT(Topic.PROTECTION),
    PASSWORD_CHANGED(Topic.PROTECTION),
    APP_ADDED(Topic.PROTECTION),
    APP_REMOVED(Topic.PROTECTION),
    PASSKEY_ADDED(Topic.PROTECTION),
    PASSKEY_REMOVED(Topic.PROTECTION),
    RECOVERY_CODES_MADE(Topic.PROTECTION),
    RECOVERY_CODE_USED(Topic.PROTECTION),
    SECOND_STEP_RESET(Topic.PROTECTION),
    COMPANY_ACCOUNT_LINKED(Topic.PROTECTION),
    COMPANY_ACCOUNT_UNLINKED(Topic.PROTECTION),
    PERSON_INVITED(Topic.PEOPLE),
    INVITATION_ACCEPTED(Topic.PEOPLE),
    PERSON_CAME_BY_COMPANY(Topic.PEOPLE),
    ROLE_CHANGED(Topic.PEOPLE),
    PERSON_DISABLED(Topic.PEOPLE),
    PERSON_ENABLED(Topic.PEOPLE),
    ACCOUNT_OPENED(Topic.SETTINGS),
    ACCOUNT_SUSPENDED(Topic.SETTINGS),
    ACCOUNT_RESUMED(Topic.SETTINGS),
    DETAILS_CHANGED(Topic.SETTINGS),
    BRAND_CHANGED(Topic.SETTINGS),
    PROTECTION_CHANGED(Topic.SETTINGS),
    COMPANY_SIGN_IN_CHANGED(Topic.SETTINGS),
    COMPANY_SIGN_IN_REMOVED(Topic.SETTINGS),
    PRICE_SET(Topic.SETTINGS),
    PRICE_REMOVED(Topic.SETTINGS),
    MARKUP_CHANGED(Topic.SETTINGS),
    TERMS_CHANGED(Topic.SETTINGS),
    RETENTION_CHANGED(Topic.SETTINGS),
    PACKAGE_ADDED(Topic.SETTINGS),
    PACKAGE_RETIRED(Topic.SETTINGS),
    STRIPE_ACCOUNT_CHANGED(Topic.SETTINGS),
    PROVIDER_ACCOUNT_CHANGED(Topic.SETTINGS),
    CREDITS_GIVEN(Topic.MONEY),
    CREDITS_TAKEN_BACK(Topic.MONEY),
    CREDIT_LIMIT_CHANGED(Topic.MONEY),
    CREDITS_BOUGHT(Topic.MONEY),
    KEY_MADE(Topic.KEYS),
    KEY_CHANGED(Topic.KEYS),
    KEY_SECRET_MADE(Topic.KEYS),
    KEY_REVOKED(Topic.KEYS),
    WEBHOOK_ADDED(Topic.KEYS),
    WEBHOOK_CHANGED(Topic.KEYS),
    WEBHOOK_SECRET_MADE(Topic.KEYS),
    WEBHOOK_DELETED(Topic.KEYS),
    SMPP_MADE(Topic.KEYS),
    SMPP_RENAMED(Topic.KEYS),
    SMPP_LIMITS_CHANGED(Topic.KEYS),
    SMPP_ADDRESSES_CHANGED(Topic.KEYS),
    SMPP_PASSWORD_MADE(Topic.KEYS),
    SMPP_REVOKED(Topic.KEYS),
    SMPP_SESSION_ENDED(Topic.KEYS),
    EMAIL_ADDRESS_MADE(Topic.KEYS),
    EMAIL_ADDRESS_CLOSED(Topic.KEYS),
    EMAIL_CHANGED(Topic.SETTINGS),
    EMAIL_SENDERS_CHANGED(Topic.SETTINGS),
    EMAIL_WRITERS_CHANGED(Topic.SETTINGS);

    /** What the log can be filtered by. */
    public enum Topic {
        SIGN_IN,
        STAND_IN,
        PROTECTION,
        PEOPLE,
        MONEY,
        KEYS,
        SETTINGS;

        List<Act> acts() {
            return Arrays.stream(Act.values()).filter(act -> act.topic == this).toList();
        }
    }

    private final Topic topic;

    Act(Topic topic) {
        this.topic = topic;
    }

    /** What it is about. */
    public Topic topic() {
        return topic;
    }
}
