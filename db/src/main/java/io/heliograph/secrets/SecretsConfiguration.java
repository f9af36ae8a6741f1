package io.heliograph.secrets;

import io.heliograph.db.HomeProperties;
import io.heliograph.db.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The key is the setting's, or a file's in the installation's home, made at the first start. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecretsConfiguration.class);

    private static final String SETTING = "heliograph.encryption-key";
    private static final int KEY_BYTES = 32;

    @Bean
    Secrets secrets(HomeProperties properties, Environment environment) {
        String configured = properties.encryptionKey();
        if (StringUtils.hasText(configured)) {
            return new Secrets(key(configured, SETTING));
        }
        SecretFile file = new SecretFile(properties.home(), "encryption.key");
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url")) && Files.notExists(file.path())) {
            log.warn(
                    "{} is not set, so a key is made in {}. Every node needs the same, and a backup of the database is"
                            + " of no use without it.",
                    SETTING,
                    file.path());
        }
        return new Secrets(key(read(file), file.path().toString()));
    }

    private static String read(SecretFile file) {
        try {
            return file.read(SecretsConfiguration::randomKey);
        } catch (IOException e) {
            throw new UncheckedIOException("The encryption key " + file.path() + " can't be read or made", e);
        }
    }

    private static String randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static SecretKey key(String base64, String source) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + " is not base64", e);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(source + " has " + key.length + " bytes; it takes 32, in base64");
        }
        return new SecretKeySpec(key, "AES");
    }
}
