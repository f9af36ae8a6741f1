package io.heliograph.ledger;

import io.heliograph.ledger.LedgerFolds.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger proves about itself: every kept figure against the transfers it is kept from. */
final class LedgerChecks {

    private final Map<UUID, Credits> balances;
    private final Map<UUID, Credits> marginsDue;
    private final Map<WalletDay.Key, WalletDay> keptDays;
    private final Map<UUID, Long> keptLines;

    private final Map<Account, Credits> folded = new HashMap<>();
    private final Map<WalletDay.Key, WalletDay> foldedDays = new HashMap<>();
    private long transfers;

    LedgerChecks(LedgerFolds folds) {
        balances = folds.balances();
        marginsDue = folds.marginsDue();
        keptDays = folds.walletDays();
        keptLines = folds.lines();
        for (Fold in : folds.in()) {
            transfers += in.transfers();
            folded.merge(in.account(), in.credits(), Credits::plus);
            addDay(in, in.credits(), Credits.ZERO);
        }
        for (Fold out : folds.out()) {
            folded.merge(out.account(), out.credits().negate(), Credits::plus);
            addDay(out, Credits.ZERO, out.credits());
        }
    }

    long transfers() {
        return transfers;
    }

    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        checkSum(differences);
        checkWallets(differences);
        checkMargins(differences);
        checkDays(differences);
        checkLines(differences);
        return differences;
    }

    private void addDay(Fold fold, Credits in, Credits out) {
        if (fold.account().isWallet()) {
            WalletDay.Key key = new WalletDay.Key(fold.account().tenantId(), fold.day(), fold.kind());
            WalletDay day = new WalletDay(key, in, out, fold.transfers(), fold.lastAt());
            foldedDays.merge(key, day, WalletDay::plus);
        }
    }

    private void checkSum(List<Difference> differences) {
        Credits wallets = balances.values().stream().reduce(Credits.ZERO, Credits::plus);
        Credits sum = folded.entrySet().stream()
                .filter(account -> !account.getKey().isWallet())
                .map(Map.Entry::getValue)
                .reduce(wallets, Credits::plus);
        if (!sum.isZero()) {
            differences.add(Difference.of("Sum of all accounts", null, Credits.ZERO, sum));
        }
    }

    private void checkWallets(List<Difference> differences) {
        Set<UUID> tenantIds = new HashSet<>(balances.keySet());
        tenantIds.addAll(foldedTenants(AccountKind.WALLET));
        for (UUID tenantId : tenantIds) {
            Credits expected = folded.getOrDefault(Account.wallet(tenantId), Credits.ZERO);
            compare("Balance of the wallet", tenantId, expected, balances.get(tenantId), differences);
        }
    }

    private void checkMargins(List<Difference> differences) {
        Set<UUID> tenantIds = new HashSet<>(marginsDue.keySet());
        tenantIds.addAll(foldedTenants(AccountKind.MARGIN));
        for (UUID tenantId : tenantIds) {
            Credits expected = folded.getOrDefault(Account.margin(tenantId), Credits.ZERO);
            Credits found = marginsDue.getOrDefault(tenantId, Credits.ZERO);
            compare("Margin that is due", tenantId, expected, found, differences);
        }
    }

    private void checkDays(List<Difference> differences) {
        Set<WalletDay.Key> keys = new HashSet<>(keptDays.keySet());
        keys.addAll(foldedDays.keySet());
        for (WalletDay.Key key : keys) {
            String what = "Wallet's day " + key.day() + " " + key.kind();
            compare(what, key.tenantId(), foldedDays.get(key), keptDays.get(key), differences);
        }
    }

    private void checkLines(List<Difference> differences) {
        Map<UUID, Long> expected = new HashMap<>();
        foldedDays.values().stream()
                .filter(day -> !day.key().kind().isGroupedByDay())
                .forEach(day -> expected.merge(day.key().tenantId(), day.transfers(), Long::sum));
        Set<UUID> tenantIds = new HashSet<>(expected.keySet());
        tenantIds.addAll(keptLines.keySet());
        for (UUID tenantId : tenantIds) {
            compare("Lines of the statement", tenantId, expected.get(tenantId), keptLines.get(tenantId), differences);
        }
    }

    private List<UUID> foldedTenants(AccountKind kind) {
        return folded.keySet().stream()
                .filter(account -> account.kind() == kind)
                .map(Account::tenantId)
                .toList();
    }

    private static void compare(
            String what,
            UUID tenantId,
            @Nullable Object expected,
            @Nullable Object found,
            List<Difference> differences) {
        if (!Objects.equals(expected, found)) {
            differences.add(new Difference(what, tenantId, text(expected), text(found)));
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case WalletDay day ->
                "in " + day.in() + ", out " + day.out() + ", " + day.transfers() + " transfers, last " + day.lastAt();
            default -> value.toString();
        };
    }
}
