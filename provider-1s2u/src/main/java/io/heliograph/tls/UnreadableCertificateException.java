package io.heliograph.tls;

/** A setting names a bundle of which no certificate can be read; the portal does not start with it. */
public final class UnreadableCertificateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String bundle;

    UnreadableCertificateException(String setting, String bundle, String why) {
        super("%s=%s: the certificate can't be used. %s".formatted(setting, bundle, why));
        this.bundle = bundle;
    }

    UnreadableCertificateException(String setting, String bundle, Throwable cause) {
        this(setting, bundle, causes(cause));
        initCause(cause);
    }

    /** The name below {@code spring.ssl.bundle.pem} or {@code .jks}. */
    public String bundle() {
        return bundle;
    }

    /** The sentences of a failure and of what led to it: the last one names the file. */
    private static String causes(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (words.indexOf(said) < 0) {
                words.append(words.isEmpty() ? "" : ": ").append(said);
            }
        }
        return words.toString();
    }
}
