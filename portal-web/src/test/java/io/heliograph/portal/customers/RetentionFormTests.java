package io.heliograph.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

class RetentionFormTests {

    @ParameterizedTest
    @CsvSource({
        "'',true",
        "7,true",
        "6,false",
        "3650,true",
        "3651,false",
        "-30,false",
        "30.5,false",
        "٣٠,false",
        "99999999999,false"
    })
    void daysAreInTheirLimitsOrNone(String typed, boolean right) {
        RetentionForm form = new RetentionForm(typed);
        Errors errors = new BeanPropertyBindingResult(form, "form");

        form.check(errors);

        assertThat(errors.hasErrors()).isNotEqualTo(right);
    }
}
