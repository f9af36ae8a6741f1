package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiCaller;
import io.heliograph.db.RowIds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two nodes on one database. */
@PortalTest
class RateLimitsIT {

    private static final int LIMIT = 100;

    @Autowired
    Allowances allowances;

    private final Instant begin = Instant.parse("2026-11-25T10:00:00Z");
    private final UUID credential = RowIds.next();

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void twoNodesTogetherLetExactlyTheLimitThrough() {
        RateLimits one = node(begin);
        RateLimits other = node(begin.plusSeconds(9));
        int let = 0;

        for (int i = 0; i < LIMIT; i++) {
            let += passes(one) ? 1 : 0;
            let += passes(other) ? 1 : 0;
        }

        assertThat(let).isEqualTo(LIMIT);
        assertThat(passes(one)).isFalse();
        assertThat(passes(other)).isFalse();
        assertThat(passes(node(begin.plusSeconds(10)))).isTrue();
    }

    @Test
    void saysWhereTheCallerStands() {
        RateLimits node = node(begin.plusSeconds(3));

        MockHttpServletResponse response = call(node);

        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"calls\";q=100;w=10");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"calls\";r=99;t=7");
        for (int i = 1; i < LIMIT; i++) {
            call(node);
        }
        assertThatThrownBy(() -> call(node)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(refused.retryAfterSeconds()).isEqualTo(7);
        });
    }

    @Test
    void asksTheDatabaseForSharesAndNotForEveryCall() {
        Allowances.Taken first = allowances.take(credential, begin, 1_000);
        Allowances.Taken second = allowances.take(credential, begin, 1_000);

        assertThat(first).isEqualTo(new Allowances.Taken(62, 938));
        assertThat(second).isEqualTo(new Allowances.Taken(58, 880));
    }

    private RateLimits node(Instant now) {
        return new RateLimits(allowances, new ApiProperties(LIMIT), Clock.fixed(now, ZoneOffset.UTC));
    }

    private boolean passes(RateLimits node) {
        try {
            call(node);
            return true;
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            return false;
        }
    }

    private MockHttpServletResponse call(RateLimits node) {
        SecurityContextHolder.getContext()
                .setAuthentication(new CallerToken(new ApiCaller(RowIds.next(), credential, Set.of())));
        MockHttpServletResponse response = new MockHttpServletResponse();
        node.preHandle(new MockHttpServletRequest(), response, this);
        return response;
    }
}
