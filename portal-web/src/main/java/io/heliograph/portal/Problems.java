package io.heliograph.portal;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.util.DetailedError;

/** The errors of a form in the order of its fields, which is the order of a form's record. */
@Component("problems")
public class Problems {

    /**
     * Sorts errors for the summary; those of no field come last.
     *
     * @param form the form; anything but a record keeps the order
     */
    public List<DetailedError> inOrder(List<DetailedError> errors, @Nullable Object form) {
        if (form == null || !form.getClass().isRecord()) {
            return errors;
        }
        List<String> fields = Stream.of(form.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> place(fields, error)))
                .toList();
    }

    private static int place(List<String> fields, DetailedError error) {
        int place = fields.indexOf(error.getFieldName());
        return place < 0 ? fields.size() : place;
    }
}
