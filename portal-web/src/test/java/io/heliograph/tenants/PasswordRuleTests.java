package io.heliograph.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRuleTests {

    private static final String EMAIL = "ana@alpine-clinic.test";

    @Test
    void twelveCharactersAreEnoughAndElevenAreNot() {
        assertThat(PasswordRule.brokenBy("abcdefghijkl", EMAIL)).isEmpty();
        assertThat(PasswordRule.brokenBy("abcdefghijk", EMAIL)).contains(PasswordRule.TOO_SHORT);
    }

    @Test
    void bytesThatAreNotReadAreRefused() {
        assertThat(PasswordRule.brokenBy("ä".repeat(36), EMAIL)).isEmpty();
        assertThat(PasswordRule.brokenBy("ä".repeat(36) + "a", EMAIL)).contains(PasswordRule.TOO_LONG);
    }

    @Test
    void emailAddressIsNoPassword() {
        assertThat(PasswordRule.brokenBy("Ana@Alpine-Clinic.test", EMAIL)).contains(PasswordRule.IS_EMAIL);
    }
}
