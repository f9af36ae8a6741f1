package io.heliograph.webhooks.http;

import java.net.InetAddress;
import org.springframework.boot.http.client.InetAddressFilter;

/** The addresses that may be called: public ones, or any where the installation allows private ones. */
public final class AllowedAddresses {

    /** What Boot's list of special-purpose addresses leaves out, and Azure's metadata host, which looks public. */
    private static final String[] NOT_PUBLIC_EITHER = {
        "::/96", "64:ff9b:1::/48", "3fff::/20", "5f00::/16", "168.63.129.16/32"
    };

    private static final InetAddressFilter PUBLIC =
            InetAddressFilter.externalAddresses().andNot(InetAddressFilter.of(NOT_PUBLIC_EITHER));

    private final InetAddressFilter allowed;

    private AllowedAddresses(InetAddressFilter allowed) {
        this.allowed = allowed;
    }

    /** Public addresses, and private ones too if {@code allowPrivate}. */
    public static AllowedAddresses of(boolean allowPrivate) {
        return new AllowedAddresses(allowPrivate ? InetAddressFilter.all() : PUBLIC);
    }

    /** Whether a connection to this address may be opened. */
    public boolean allow(InetAddress address) {
        return allowed.matches(address);
    }
}
