package io.heliograph.db;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a sentence instead of a stack trace when the application does not start for want of its database. */
final class EmbeddedMariaDbFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedMariaDbException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedMariaDbException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Or set spring.datasource.url to use a database of your own.", rootFailure);
    }
}
