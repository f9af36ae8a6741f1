package io.heliograph.signin;

import io.heliograph.tenants.Role;

/** What a person may do in their own tenant, by role. */
public enum Permission {
    /** See what the tenant has and does. */
    LOOK,
    /** Send messages and stop them. */
    SEND,
    /** Buy credits. */
    PAY,
    /** Set prices and packages, give and take back customers' credits. */
    SELL,
    /** Create keys and webhooks, replay deliveries. */
    CONNECT,
    /** Invite people, open and suspend customers, run provider accounts. */
    MANAGE;

    /** Whether somebody who has signed in as the person has it too: to see. Sending spends credits, which is to pay. */
    boolean isGrantedToStandIns() {
        return this == LOOK;
    }

    /** Whether a person of this role has the permission. */
    public boolean isGrantedTo(Role role) {
        return switch (role) {
            case OWNER, ADMIN -> true;
            case FINANCE -> this == LOOK || this == PAY || this == SELL;
            case SENDER -> this == LOOK || this == SEND;
            case VIEWER -> this == LOOK;
        };
    }
}
