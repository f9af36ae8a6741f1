package io.heliograph.webhooks.http;

import java.net.UnknownHostException;

/** The name leads to nothing but addresses that must not be called. */
final class PrivateAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    PrivateAddressException(String host) {
        super(host);
    }
}
