package io.heliograph.email.smtp;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.db.HomeProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The sandbox's certificate for STARTTLS, made by the JDK's keytool when somebody first asks for it, and kept in the home. */
@Component
@ConditionalOnSandbox
class SelfMadeCertificate implements Supplier<SSLContext> {

    private static final String FILE = "smtp-sandbox.p12";

    /** The file is as safe as its folder; a key store has to have some password. */
    private static final String PASSWORD = "sandbox";

    private static final String[] KEYTOOL = {
        "-genkeypair",
        "-alias",
        "smtp",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-validity",
        "3650",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-keystore"
    };

    private final Path file;
    private final Supplier<SSLContext> context = SingletonSupplier.of(this::load);

    SelfMadeCertificate(HomeProperties home) {
        this.file = home.home().resolve(FILE);
    }

    @Override
    public SSLContext get() {
        return context.get();
    }

    private SSLContext load() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream stored = Files.newInputStream(file)) {
                keys.load(stored, PASSWORD.toCharArray());
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(managers.getKeyManagers(), null, null);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate in " + file + " cannot be used; delete it", e);
        }
    }

    private void make() throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String[] command = new String[KEYTOOL.length + 2];
        command[0] = keytool.toString();
        System.arraycopy(KEYTOOL, 0, command, 1, KEYTOOL.length);
        command[command.length - 1] = file.toString();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(keytool + " made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
