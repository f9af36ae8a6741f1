package io.heliograph.portal.statement;

import io.heliograph.ledger.Statement;
import io.heliograph.ledger.StatementRow;
import io.heliograph.ledger.Wallet;
import io.heliograph.messages.Held;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is shown.
 *
 * @param name whose it is; null for one's own
 * @param base the address of the page, without its query
 * @param csv the address of every single row
 * @param held what is paid for messages that are being checked
 * @param doubtful where those messages are
 * @param decimals the scale of the credits in its columns
 */
record StatementView(
        @Nullable String name,
        @Nullable UUID tenantId,
        Wallet wallet,
        Statement statement,
        List<Line> lines,
        Period period,
        List<Period.Choice> choices,
        String base,
        String csv,
        Held held,
        String doubtful,
        int decimals) {

    /**
     * A row.
     *
     * @param other the name of who is at the other end; null where it says nothing
     * @param href what it leads to
     */
    record Line(
            StatementRow row,
            @Nullable String other,
            @Nullable String href) {

        /** The end of its key in the messages; an allocation is given or received, and so on. */
        public String key() {
            String direction = row.in().isZero() ? "out" : "in";
            return row.kind() + "." + direction;
        }
    }

    static int decimals(Statement statement) {
        long most = 0;
        for (StatementRow row : statement.rows()) {
            most = Math.max(
                    most,
                    Math.max(
                            decimals(row.in().tenThousandths()),
                            decimals(row.out().tenThousandths())));
        }
        return (int) Math.max(most, decimals(statement.opening().tenThousandths()));
    }

    /** How many decimals an amount needs. */
    static int decimals(long tenThousandths) {
        int decimals = 4;
        long rest = Math.abs(tenThousandths);
        while (decimals > 0 && rest % 10 == 0) {
            rest /= 10;
            decimals--;
        }
        return decimals;
    }
}
