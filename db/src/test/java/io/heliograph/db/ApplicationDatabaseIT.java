package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = DatabaseConfigurationIT.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(ApplicationDatabase.class)
class ApplicationDatabaseIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ListableBeanFactory beans;

    @Test
    void isAnEmptySchemaOfItsOwnInTheSandbox() {
        assertThat(jdbc.sql("SELECT DATABASE()").query(String.class).single()).startsWith("application_");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM rates_revision")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(beans.containsBeanDefinition("embeddedMariaDb")).isTrue();
        assertThat(beans.getBeanNamesForType(JdbcConnectionDetails.class)).hasSize(2);
    }
}
