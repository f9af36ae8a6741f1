package io.heliograph.signin;

import io.heliograph.tenants.TenantKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a handler, or on a controller for all its handlers, who may use it. Another kind of tenant gets a 404, a
 * person without the permission a 403. A handler without this and without {@link Anyone} keeps the portal from starting.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface MayUse {

    /** What a person's role must allow. */
    Permission value();

    /** Which kinds of tenant have this page at all. */
    TenantKind[] kinds() default {TenantKind.OPERATOR, TenantKind.RESELLER, TenantKind.CUSTOMER};
}
