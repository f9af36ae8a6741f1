package io.heliograph.db;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.apache.shardingsphere.sql.parser.api.CacheOption;
import org.apache.shardingsphere.sql.parser.api.SQLParserEngine;

/** Keeps MySQL 8.4 open: whether a statement that MariaDB runs is in MySQL's grammar too. */
public final class MySqlGrammar {

    private static final SQLParserEngine ENGINE = new SQLParserEngine("MySQL", new CacheOption(128, 1024));

    /** What the parser takes for a name, and MySQL does not have. */
    private static final Pattern RETURNING = Pattern.compile("\\bRETURNING\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_CODE =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|/\\*.*?\\*/|(?m:--\\s.*$)", Pattern.DOTALL);

    private static final Pattern MORE_MARKS = Pattern.compile("\\?(?:\\s*,\\s*\\?)+");
    private static final Pattern MORE_ROWS = Pattern.compile("(\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))(?:\\s*,\\s*\\1)+");

    private static final ConcurrentMap<String, Optional<AssertionError>> ANSWERS = new ConcurrentHashMap<>();

    private MySqlGrammar() {}

    /** An {@link AssertionError} with the statement if MySQL would not take it. */
    public static void check(String sql) {
        ANSWERS.computeIfAbsent(withoutRepetition(sql), MySqlGrammar::objection).ifPresent(objection -> {
            throw objection;
        });
    }

    /** How many rows or parameters there are is no matter of grammar, and each number would be parsed anew. */
    private static String withoutRepetition(String sql) {
        return MORE_ROWS.matcher(MORE_MARKS.matcher(sql).replaceAll("?")).replaceAll("$1");
    }

    private static Optional<AssertionError> objection(String sql) {
        if (RETURNING.matcher(NO_CODE.matcher(sql).replaceAll("''")).find()) {
            return Optional.of(new AssertionError("MySQL knows no RETURNING: " + sql));
        }
        try {
            ENGINE.parse(sql, false);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new AssertionError("Not in MySQL's grammar: " + sql, e));
        }
    }
}
