package io.heliograph.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * A key with a certificate for {@code localhost} and 127.0.0.1 that nobody vouches for, made by the JDK's keytool.
 *
 * @param file in which it is kept, PKCS12
 */
public record SelfMadeKey(Path file) {

    /** The file is as safe as its folder; a key store has to have some password. */
    public static final String PASSWORD = "sandbox";

    private static final List<String> KEYTOOL = List.of(
            "-genkeypair",
            "-alias",
            "localhost",
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
            "-keystore");

    /** The key as it is in the file; made if there is none. */
    public KeyStore store() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream stored = Files.newInputStream(file)) {
                keys.load(stored, PASSWORD.toCharArray());
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate in " + file + " cannot be used; delete it", e);
        }
    }

    private void make() throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(KEYTOOL);
        command.addFirst(keytool.toString());
        command.add(file.toString());
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
