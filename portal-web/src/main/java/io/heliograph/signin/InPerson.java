package io.heliograph.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a handler or controller that it is for the person alone: whoever has signed in as them gets a 403. Keys,
 * secrets and what protects a sign-in.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InPerson {}
