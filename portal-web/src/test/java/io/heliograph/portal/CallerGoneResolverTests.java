package io.heliograph.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.ModelAndView;

class CallerGoneResolverTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aLostDatabaseIsAFailure() {
        assertThat(resolve(new CannotCreateTransactionException("no", new EOFException("connection lost"))))
                .isNull();
        assertThat(resolve(new TransactionSystemException("no", new EOFException("connection lost"))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "Connection reset by peer"})
    void aLostConnectionToAnyoneElseIsAFailure(String words) {
        assertThat(resolve(new IllegalStateException("1s2u", new IOException(words))))
                .isNull();
    }

    @Test
    void aCallerThatHasGoneIsNone() {
        assertThat(resolve(new ClientAbortException(new IOException("Broken pipe"))))
                .isNotNull();
    }

    @Test
    void whatSpringKnowsItAnswersAsBefore() {
        assertThat(resolve(new HttpRequestMethodNotSupportedException("PUT"))).isNotNull();
        assertThat(response.getStatus()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED.value());
    }

    private @Nullable ModelAndView resolve(Exception failure) {
        return new CallerGoneResolver().resolveException(new MockHttpServletRequest(), response, null, failure);
    }
}
