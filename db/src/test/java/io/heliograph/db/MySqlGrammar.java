package io.heliograph.db;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.shardingsphere.sql.parser.api.CacheOption;
import org.apache.shardingsphere.sql.parser.api.SQLParserEngine;

/** Keeps MySQL 8.4 open: whether a statement that MariaDB runs is in MySQL's grammar too. */
public final class MySqlGrammar {

    private static final SQLParserEngine ENGINE = new SQLParserEngine("MySQL", new CacheOption(128, 1024));

    private static final Pattern RETURNING = Pattern.compile("\\bRETURNING\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

    private MySqlGrammar() {}

    /** An {@link AssertionError} with the statement if MySQL would not take it. */
    public static void check(String sql) {
        if (CHECKED.contains(sql)) {
            return;
        }
        if (RETURNING.matcher(sql).find()) {
            throw new AssertionError("MySQL knows no RETURNING: " + sql);
        }
        try {
            ENGINE.parse(sql, false);
        } catch (RuntimeException e) {
            throw new AssertionError("Not in MySQL's grammar: " + sql, e);
        }
        CHECKED.add(sql);
    }
}
