package io.heliograph.db;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Holds every statement against MySQL's grammar, and every time that is bound against {@link Times}. Import it where a
 * whole application is tested.
 */
@Configuration(proxyBeanMethods = false)
public class RecordedStatements implements BeanPostProcessor {

    /** Errors may end in a thread of which the test does not know, so they are kept for it. */
    private static final Queue<AssertionError> OBJECTIONS = new ConcurrentLinkedQueue<>();

    /** Fails if there was a statement, in any thread since the last call, that MySQL would not take. */
    public static void assertNoObjection() {
        AssertionError first = OBJECTIONS.poll();
        OBJECTIONS.clear();
        if (first != null) {
            throw first;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new Recorded(pool) : bean;
    }

    /** Flyway speaks to the database that it finds: its own statements need not be for both. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static FlywayConfigurationCustomizer unrecordedMigrations() {
        return flyway -> flyway.dataSource(unrecorded(flyway.getDataSource()));
    }

    /** What is behind a recorded data source. */
    static DataSource unrecorded(DataSource source) {
        return source instanceof Recorded recorded ? recorded.pool : source;
    }

    private static <T> T recorded(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                RecordedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, args) -> recorded(target, method, args)));
    }

    private static @Nullable Object recorded(Object target, Method method, Object @Nullable [] args) throws Throwable {
        check(method.getName(), args);
        try {
            Object result = method.invoke(target, args);
            return switch (result) {
                case PreparedStatement statement
                when target instanceof Connection -> recorded(PreparedStatement.class, statement);
                case Statement statement when target instanceof Connection -> recorded(Statement.class, statement);
                case null, default -> result;
            };
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void check(String method, Object @Nullable [] args) {
        if (args == null || args.length == 0) {
            return;
        }
        try {
            if (args[0] instanceof String sql && takesSql(method)) {
                MySqlGrammar.check(sql);
            } else if (args.length > 1 && method.startsWith("set") && isTimeWithZone(args[1])) {
                throw new AssertionError("A time is bound as Times.utc(instant), not as " + args[1].getClass());
            }
        } catch (AssertionError e) {
            OBJECTIONS.add(e);
            throw e;
        }
    }

    private static boolean takesSql(String method) {
        return method.startsWith("prepare") || method.startsWith("execute") || method.equals("addBatch");
    }

    private static boolean isTimeWithZone(@Nullable Object value) {
        return value instanceof Instant
                || value instanceof OffsetDateTime
                || value instanceof ZonedDateTime
                || value instanceof Date;
    }

    private static final class Recorded extends DelegatingDataSource {

        private final HikariDataSource pool;

        private Recorded(HikariDataSource pool) {
            super(pool);
            this.pool = pool;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return recorded(Connection.class, pool.getConnection());
        }
    }
}
