package io.heliograph.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this installation keeps what is its own.
 *
 * @param home folder of the embedded database and of generated keys; {@code .heliograph} in the user's home unless set
 * @param encryptionKey 32 bytes in base64 that seal passwords and secrets in the database, the same on every node;
 *     generated below {@code home} if unset
 */
@ConfigurationProperties("heliograph")
public record HomeProperties(Path home, @Nullable String encryptionKey) {

    public HomeProperties {
        home = home.toAbsolutePath().normalize();
    }
}
