package io.heliograph.db;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test on a real MariaDB: the schema by Flyway, {@code JdbcClient}, {@link Transactions}, secrets and a clock. The
 * server is shared by all tests of one Java process and emptied before each of them. Beans under test come by
 * {@code @Import}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestDatabaseConfiguration.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "heliograph.home=target/test-home-${fork:1}",
            "spring.main.banner-mode=off",
            "spring.flyway.clean-disabled=false",
            "logging.level.root=warn"
        })
@TestExecutionListeners(listeners = EmptyDatabase.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface DatabaseTest {}
