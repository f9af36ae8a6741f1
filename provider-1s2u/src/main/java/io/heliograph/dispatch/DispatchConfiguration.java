package io.heliograph.dispatch;

import io.heliograph.provider.OneS2uClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client that all accounts share. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    @Bean(destroyMethod = "close")
    OneS2uClient oneS2uClient() {
        return new OneS2uClient();
    }
}
