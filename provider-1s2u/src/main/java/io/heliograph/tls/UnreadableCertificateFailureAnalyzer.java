package io.heliograph.tls;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows sentences instead of a stack trace when the application does not start for want of a certificate. */
final class UnreadableCertificateFailureAnalyzer extends AbstractFailureAnalyzer<UnreadableCertificateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableCertificateException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                ("Set spring.ssl.bundle.pem.%1$s.keystore.certificate and .private-key to files that the portal may read"
                                + " (or spring.ssl.bundle.jks.%1$s.keystore.location and .password), or remove the setting.")
                        .formatted(cause.bundle()),
                rootFailure);
    }
}
