package io.heliograph.lookups;

import io.heliograph.provider.HlrAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of {@code lookups_lookup} that hold an answer. */
final class AnswerColumns {

    static final String NAMES =
            "country, operator_name, line_type, mccmnc, ported, roaming, error_code, error_text, provider_status";

    private static final int LONGEST_TYPE = 40;
    private static final int LONGEST_NETWORK_CODE = 12;
    private static final int LONGEST_CODE = 20;

    private AnswerColumns() {}

    /** The values to bind for {@link #NAMES}, nine nulls for no answer. */
    static List<@Nullable Object> values(@Nullable HlrAnswer answer) {
        if (answer == null) {
            return Arrays.asList(new @Nullable Object[9]);
        }
        return Arrays.asList(
                answer.country(),
                answer.operator(),
                cut(answer.type(), LONGEST_TYPE),
                cut(answer.mccmnc(), LONGEST_NETWORK_CODE),
                answer.ported(),
                answer.roaming(),
                cut(answer.errorCode(), LONGEST_CODE),
                answer.error(),
                cut(answer.status(), LONGEST_TYPE));
    }

    static HlrAnswer read(ResultSet rs) throws SQLException {
        return new HlrAnswer(
                rs.getString("msisdn"),
                rs.getString("country"),
                rs.getString("operator_name"),
                rs.getString("line_type"),
                rs.getString("mccmnc"),
                rs.getObject("ported", Boolean.class),
                rs.getObject("roaming", Boolean.class),
                rs.getString("error_code"),
                rs.getString("error_text"),
                rs.getString("provider_status"));
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
