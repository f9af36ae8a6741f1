package io.heliograph.portal;

import java.io.IOException;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The words of the screens: {@code messages/<feature>.properties}, in UTF-8, found by themselves. A language is offered
 * only once it is named in {@code heliograph.languages}; all texts are message formats, so an apostrophe is doubled or ’.
 */
@Configuration(proxyBeanMethods = false)
class Texts {

    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames(basenames());
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver(@Value("${heliograph.languages:en}") List<String> languages) {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        List<Locale> offered = languages.stream()
                .map(Locale::forLanguageTag)
                .map(Texts::withLatinDigits)
                .toList();
        resolver.setSupportedLocales(offered);
        resolver.setDefaultLocale(offered.getFirst());
        return resolver;
    }

    /** Phone numbers, credits and codes are written in 0 to 9 in every language. */
    private static Locale withLatinDigits(Locale locale) {
        if (DecimalFormatSymbols.getInstance(locale).getZeroDigit() == '0') {
            return locale;
        }
        return new Locale.Builder()
                .setLocale(locale)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }

    private static String[] basenames() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        return Arrays.stream(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - ".properties".length()))
                .filter(name -> !name.contains("_"))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
