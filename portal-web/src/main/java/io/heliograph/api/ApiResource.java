package io.heliograph.api;

import io.heliograph.signin.Anyone;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RestController;

/** A controller of the REST API: nobody signs in, the {@link ScopeGuard} asks for the scope that it {@link Needs}. */
@RestController
@Anyone
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiResource {}
