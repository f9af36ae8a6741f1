package io.heliograph.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Configuration;

/** Holds every statement that is prepared against MySQL's grammar. Import it where a whole application is tested. */
@Configuration(proxyBeanMethods = false)
public class RecordedStatements implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !Proxy.isProxyClass(bean.getClass())
                ? proxy(DataSource.class, source, RecordedStatements::recorded)
                : bean;
    }

    private static @Nullable Object recorded(Object connection) {
        return connection instanceof Connection real ? proxy(Connection.class, real, result -> result) : connection;
    }

    private static <T> T proxy(Class<T> type, T target, java.util.function.Function<Object, @Nullable Object> wrap) {
        return type.cast(Proxy.newProxyInstance(
                RecordedStatements.class.getClassLoader(),
                new Class<?>[] {type, AutoCloseable.class},
                (_, method, args) -> {
                    check(method, args);
                    try {
                        Object result = method.invoke(target, args);
                        return result == null ? null : wrap.apply(result);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void check(Method method, Object @Nullable [] args) {
        if (method.getName().equals("prepareStatement") && args != null) {
            String sql = (String) args[0];
            if (!sql.toLowerCase(Locale.ROOT).contains("information_schema")) {
                MySqlGrammar.check(sql);
            }
        }
    }
}
