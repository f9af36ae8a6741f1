package io.heliograph.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.audit.AuditLog;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.User;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AuthenticatorAppsIT {

    private static final long STEP_SECONDS = 30;
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:15Z");
    private static final Clock CLOCK = Clock.fixed(TIME, ZoneOffset.UTC);
    private static final long NOW = TIME.getEpochSecond() / STEP_SECONDS;

    @Autowired
    AppRows rows;

    @Autowired
    RecoveryCodes recovery;

    @Autowired
    SecondSteps steps;

    @Autowired
    AuditLog audit;

    @Autowired
    Transactions transactions;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    TimeCodes codes = new TimeCodes(CLOCK);
    AuthenticatorApps apps;
    User alice;
    String seed;

    @BeforeEach
    void aliceHasAnApp() {
        apps = new AuthenticatorApps(rows, codes, recovery, audit, transactions, CLOCK);
        alice = people.user(people.customerOf(people.reseller().id()).id(), Role.OWNER);
        seed = apps.seed(alice.id()).orElseThrow();
        assertThat(apps.confirm(alice, codes.code(seed, NOW - 1))).isTrue();
    }

    @Test
    void takesEachCodeOnce() {
        String code = codes.code(seed, NOW);

        assertThat(apps.check(alice.id(), code)).isTrue();
        assertThat(apps.check(alice.id(), code)).isFalse();
    }

    @Test
    void takesNoCodeFromBeforeOneThatWasUsed() {
        String earlier = codes.code(seed, NOW);

        assertThat(apps.check(alice.id(), codes.code(seed, NOW + 1))).isTrue();
        assertThat(apps.check(alice.id(), earlier)).isFalse();
    }

    @Test
    void takesTheNeighboursOfTheTimeAndNoOthers() {
        assertThat(codes.step(seed, codes.code(seed, NOW - 2))).isEmpty();
        assertThat(codes.step(seed, codes.code(seed, NOW - 1))).hasValue(NOW - 1);
        assertThat(codes.step(seed, codes.code(seed, NOW + 1))).hasValue(NOW + 1);
        assertThat(codes.step(seed, codes.code(seed, NOW + 2))).isEmpty();
    }

    @Test
    void speaksRfc6238() {
        String rfcSeed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        assertThat(codes.code(rfcSeed, 59 / STEP_SECONDS)).isEqualTo("287082");
        assertThat(codes.code(rfcSeed, 1111111109 / STEP_SECONDS)).isEqualTo("081804");
    }

    @Test
    void keepsTheSeedSealed() {
        byte[] kept = jdbc.sql("SELECT seed FROM protection_app WHERE user_id = ?")
                .param(RowIds.bytes(alice.id()))
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(seed);
    }

    @Test
    void recoveryCodesWorkOnceAndForTheirOwnerAlone() {
        User bob = people.user(alice.tenantId(), Role.VIEWER);
        List<String> made = recovery.make(alice);

        assertThat(made).hasSize(10).doesNotHaveDuplicates();
        assertThat(recovery.use(bob.id(), made.getFirst())).isFalse();
        assertThat(recovery.use(
                        alice.id(), made.getFirst().toUpperCase(Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(recovery.use(alice.id(), made.getFirst())).isFalse();
        assertThat(recovery.left(alice.id())).isEqualTo(9);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnesAndGoWithTheLastStep() {
        List<String> old = recovery.make(alice);
        recovery.make(alice);

        assertThat(recovery.use(alice.id(), old.getFirst())).isFalse();
        apps.remove(alice);
        assertThat(recovery.left(alice.id())).isZero();
        assertThat(steps.of(alice.id()).any()).isFalse();
    }
}
