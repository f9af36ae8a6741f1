/** Who is at the other end: sign-in, sessions, what each role may do, and what every answer's headers forbid. */
@org.jspecify.annotations.NullMarked
package io.heliograph.signin;
