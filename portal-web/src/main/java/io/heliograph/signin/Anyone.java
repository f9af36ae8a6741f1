package io.heliograph.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a handler or controller that it asks for no sign-in: pages before it, and machine routes that check their own
 * credentials. The path must also be open in the filter chains ({@link PortalSecurity}).
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Anyone {}
