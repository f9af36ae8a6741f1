package io.heliograph.signin;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import io.heliograph.protection.AuthenticatorApps;
import io.heliograph.protection.RecoveryCodes;
import io.heliograph.protection.SecondSteps;
import io.heliograph.tenants.Users;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks what somebody shows after their sign-in, a few times and not more. */
@Component
class StepChecks {

    static final int TRIES = 8;

    private final Users users;
    private final PasswordEncoder passwords;
    private final AuthenticatorApps apps;
    private final RecoveryCodes recovery;
    private final SecondSteps steps;
    private final Throttle throttle;
    private final AuditLog audit;
    private final Transactions transactions;

    StepChecks(
            Users users,
            PasswordEncoder passwords,
            AuthenticatorApps apps,
            RecoveryCodes recovery,
            SecondSteps steps,
            Throttle throttle,
            AuditLog audit,
            Transactions transactions) {
        this.users = users;
        this.passwords = passwords;
        this.apps = apps;
        this.recovery = recovery;
        this.steps = steps;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether this shows who the person is; a password does only for whoever has set up nothing stronger. */
    boolean check(SignedIn who, String factor, String shown) {
        String key = "second:" + who.userId();
        boolean allowed = throttle.allows(key, TRIES);
        boolean right = allowed && transactions.call(() -> matches(who, factor, shown));
        if (right) {
            throttle.clear(key);
        } else if (allowed) {
            audit.write(new NewEntry(who.tenantId(), Act.SECOND_STEP_REFUSED, who.userId(), who.name(), factor));
        }
        return right;
    }

    private boolean matches(SignedIn who, String factor, String shown) {
        return switch (factor) {
            case Factors.APP -> apps.check(who.userId(), shown);
            case Factors.RECOVERY_CODE -> recover(who, shown);
            case Factors.PASSWORD ->
                !steps.of(who.userId()).any()
                        && users.encodedPassword(who.userId())
                                .filter(encoded -> passwords.matches(shown, encoded))
                                .isPresent();
            default -> false;
        };
    }

    private boolean recover(SignedIn who, String code) {
        boolean used = recovery.use(who.userId(), code);
        if (used) {
            audit.write(new NewEntry(who.tenantId(), Act.RECOVERY_CODE_USED, who.userId(), who.name()));
        }
        return used;
    }
}
