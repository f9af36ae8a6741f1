package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.Endpoints;
import io.heliograph.webhooks.WebhooksFixture;
import io.heliograph.webhooks.WebhooksTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Webhooks on the real database, forgotten before each test. */
@WebhooksTest
abstract class SenderTest {

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Endpoints endpoints;

    @BeforeEach
    void reset() {
        webhooks.reset();
    }
}
