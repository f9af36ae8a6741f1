package io.heliograph.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Lets a request end quietly when its caller has gone, and only then. Spring takes any lost connection at the root of a
 * failure for the caller's: one to the database, or to 1s2u, would be answered with an empty 200, and a delivery report
 * that is nowhere on disk would count as taken (contract D4).
 */
final class CallerGoneResolver extends DefaultHandlerExceptionResolver {

    @Override
    protected @Nullable ModelAndView doResolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure) && !isOfCaller(failure)
                ? null
                : super.doResolveException(request, response, handler, failure);
    }

    private static boolean isOfCaller(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }
}
