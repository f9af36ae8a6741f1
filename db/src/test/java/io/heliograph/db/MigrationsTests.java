package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MigrationsTests {

    static Stream<Resource> migrations() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql"));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void everyStatementIsInMySqlsGrammar(Resource migration) throws IOException {
        String sql = migration.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");

        Arrays.stream(sql.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(MySqlGrammar::check);
    }

    @Test
    void thereAreMigrations() throws IOException {
        assertThat(migrations()).isNotEmpty();
    }
}
