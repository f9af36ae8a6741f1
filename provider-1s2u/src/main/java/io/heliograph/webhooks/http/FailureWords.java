package io.heliograph.webhooks.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in a few words why an exchange failed, for the person who runs the other side. */
final class FailureWords {

    private static final int MOST_CAUSES = 10;

    private FailureWords() {}

    static String noAnswer(Duration deadline) {
        return "No answer within " + seconds(deadline);
    }

    static String notComplete(Duration deadline) {
        return "Answer not complete within " + seconds(deadline);
    }

    static String status(int status) {
        return switch (status / 100) {
            case 3 -> "Redirects are not followed";
            default -> status == 410 ? "Gone: endpoint switched off" : "Answered " + status;
        };
    }

    static String of(Throwable failure, Duration deadline) {
        return switch (failure) {
            case SSLException tls -> tls(tls);
            case UnknownHostException name -> name(name);
            case SocketTimeoutException late -> noAnswer(deadline);
            case SocketException socket -> socket(socket);
            case NoHttpResponseException closed -> "Connection closed without an answer";
            case MessageConstraintException head -> "Headers of the answer are too long or too many";
            case ConnectionClosedException closed -> "Connection closed before the answer was complete";
            default ->
                isHttpFault(failure)
                        ? "Answer is not HTTP"
                        : "Failed: " + failure.getClass().getSimpleName();
        };
    }

    private static String name(UnknownHostException failure) {
        return failure instanceof PrivateAddressException ? "Address is private: not called" : "Name not found";
    }

    private static String socket(SocketException failure) {
        if (failure instanceof NoRouteToHostException) {
            return "No route to the address";
        }
        if (failure instanceof ConnectException) {
            return String.valueOf(failure.getMessage()).contains("refused") ? "Connection refused" : "No connection";
        }
        return "Connection reset";
    }

    private static boolean isHttpFault(Throwable failure) {
        return failure instanceof HttpException || failure.getCause() instanceof HttpException;
    }

    private static String tls(SSLException failure) {
        if (cause(failure, CertificateExpiredException.class).isPresent()) {
            return "Certificate expired"
                    + certificate(failure).map(c -> " on " + day(c)).orElse("");
        }
        if (cause(failure, CertificateNotYetValidException.class).isPresent()) {
            return "Certificate is not valid yet";
        }
        if (cause(failure, CertPathBuilderException.class).isPresent()) {
            return "Certificate is not from a known authority";
        }
        if (isForAnotherName(failure)) {
            return "Certificate is for another name";
        }
        return "Secure connection failed";
    }

    /** The JDK has no exception of its own for this. */
    private static boolean isForAnotherName(SSLException failure) {
        return failure instanceof SSLPeerUnverifiedException
                || cause(failure, CertificateException.class)
                        .map(cause -> String.valueOf(cause.getMessage()))
                        .filter(words ->
                                words.startsWith("No subject alternative") || words.startsWith("No name match"))
                        .isPresent();
    }

    private static Optional<X509Certificate> certificate(Throwable failure) {
        return cause(failure, CertPathValidatorException.class)
                .filter(path -> path.getCertPath() != null && path.getIndex() >= 0)
                .map(path -> {
                    List<? extends Certificate> chain = path.getCertPath().getCertificates();
                    return (X509Certificate) chain.get(path.getIndex());
                });
    }

    private static LocalDate day(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++, at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
