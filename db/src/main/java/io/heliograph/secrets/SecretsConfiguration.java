package io.heliograph.secrets;

import io.heliograph.db.HomeProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key is the setting's, or a file's in the installation's home, made at the first start. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecretsConfiguration.class);

    private static final int KEY_BYTES = 32;

    @Bean
    Secrets secrets(HomeProperties properties) {
        String configured = properties.encryptionKey();
        String encoded = configured == null ? keyFile(properties.home().toAbsolutePath()) : configured;
        byte[] key = Base64.getDecoder().decode(encoded.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "heliograph.encryption-key has " + key.length + " bytes; it takes 32, in base64");
        }
        return new Secrets(new SecretKeySpec(key, "AES"));
    }

    private static String keyFile(Path home) {
        Path file = home.resolve("encryption.key");
        try {
            Files.createDirectories(home);
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The encryption key can't be read from " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
            log.warn("An encryption key was made in {}: every node of this installation needs the same", file);
        } catch (FileAlreadyExistsException _) {
            log.debug("Another process has made {} meanwhile", file);
        }
    }
}
