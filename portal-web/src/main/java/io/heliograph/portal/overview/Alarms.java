package io.heliograph.portal.overview;

import io.heliograph.dispatch.AccountStatus;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.ProofResult;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.provideraccounts.AccountLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is wrong with the installation right now. */
@Component
class Alarms {

    /** A night was missed. */
    private static final Duration OLD_PROOF = Duration.ofHours(36);

    private final ProviderAccounts accounts;
    private final Proof proof;
    private final Fmt fmt;
    private final Clock clock;

    Alarms(ProviderAccounts accounts, Proof proof, Fmt fmt, Clock clock) {
        this.accounts = accounts;
        this.proof = proof;
        this.fmt = fmt;
        this.clock = clock;
    }

    List<Alarm> now() {
        List<Alarm> alarms = new ArrayList<>();
        List<AccountStatus> statuses = accounts.statuses();
        if (statuses.isEmpty()) {
            alarms.add(new Alarm("alarm.none", List.of(), "/provider-accounts"));
        }
        statuses.forEach(status -> addAlarms(new AccountLine(status, clock.instant()), alarms));
        proof.latest().ifPresent(result -> proofAlarm(result).ifPresent(alarms::add));
        return alarms;
    }

    /** All provider accounts with how they are doing. */
    List<AccountLine> accounts() {
        Instant now = clock.instant();
        return accounts.statuses().stream()
                .map(status -> new AccountLine(status, now))
                .toList();
    }

    private void addAlarms(AccountLine line, List<Alarm> alarms) {
        AccountStatus account = line.account();
        String href = "/provider-accounts/" + account.accountId();
        if (account.stoppedAt() != null) {
            alarms.add(new Alarm("alarm.stopped", List.of(account.name(), fmt.time(account.stoppedAt())), href));
        } else if (account.isPaused()) {
            String reason = Objects.requireNonNullElse(account.pauseReason(), "");
            alarms.add(new Alarm("alarm.paused", List.of(account.name(), reason), href));
        } else if (line.isSlow()) {
            String waited = fmt.duration(Objects.requireNonNull(line.waited()));
            alarms.add(new Alarm("alarm.slow", List.of(account.name(), waited), href));
        }
        if (account.isLow()) {
            alarms.add(new Alarm(
                    "alarm.low",
                    List.of(account.name(), fmt.inCredits(Objects.requireNonNull(account.balance()))),
                    href));
        }
    }

    private Optional<Alarm> proofAlarm(ProofResult result) {
        List<String> words = List.of(fmt.time(result.finishedAt()), fmt.number(result.differenceCount()));
        if (!result.isClean()) {
            return Optional.of(new Alarm("alarm.proof", words, "/proof"));
        }
        boolean old = result.finishedAt().isBefore(clock.instant().minus(OLD_PROOF));
        return old ? Optional.of(new Alarm("alarm.proof-old", words, "/proof")) : Optional.empty();
    }
}
