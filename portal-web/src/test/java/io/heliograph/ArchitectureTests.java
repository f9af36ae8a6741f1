package io.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** What holds in all our code and no compiler checks. */
@AnalyzeClasses(packages = "io.heliograph", importOptions = ArchitectureTests.ProductOnly.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> CONTROLLERS = DescribedPredicate.describe(
            "controllers", type -> type.isMetaAnnotatedWith(Controller.class) && !type.isAnnotation());

    @ArchTest
    static final ArchRule timesGoThroughTimes =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.sql.Timestamp");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that(CONTROLLERS).should().bePackagePrivate();

    @ArchTest
    static final ArchRule handlersAreNotPublic =
            methods().that().areDeclaredInClassesThat(CONTROLLERS).should().notBePublic();

    @ArchTest
    static final ArchRule noSqlInControllers = noClasses()
            .that(CONTROLLERS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class);

    /** Such a stream keeps its connection until it is closed, which no statement reminds of. */
    @ArchTest
    static final ArchRule rowsAreReadAtOnce =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule injectionIsByConstructor =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule everyPackageSaysWhatMayBeNull = classes().should(liveInANullMarkedPackage());

    @ArchTest
    static final ArchRule constantsAreConstant =
            fields().that().areStatic().and().arePublic().should().beFinal();

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in no @NullMarked package"));
            }
        };
    }

    /** Leaves out tests, those of other modules that come as a jar included. */
    static final class ProductOnly implements ImportOption {

        private final ImportOption noTests = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return noTests.includes(location) && !location.contains("-tests.jar");
        }
    }
}
