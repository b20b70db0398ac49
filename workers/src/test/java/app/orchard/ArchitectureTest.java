package app.orchard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "app.orchard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @Test
    void modulesDependOnEachOthersRootsWithoutCircles() {
        ApplicationModules.of(Orchard.class).verify();
    }

    @ArchTest
    static final ArchRule onlyThePaymentGatewaysPackageKnowsItsSdk = noClasses()
            .that(resideOutsideOfPackages("app.orchard.payment.razorpay.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.razorpay..", "org.json.."));

    @ArchTest
    static final ArchRule onlyTheMessageProvidersPackageKnowsItsClient = noClasses()
            .that(resideOutsideOfPackages("app.orchard.messaging.wati..", "app.orchard.payment.razorpay.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("okhttp3.."));

    @ArchTest
    static final ArchRule onlyTheMapsPackageKnowsGraphHopper = noClasses()
            .that(resideOutsideOfPackages("app.orchard.routing.graphhopper..", "app.orchard.bench.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.graphhopper.."));

    @ArchTest
    static final ArchRule entitiesAreNobodyElsesBusiness =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule repositoriesAreNobodyElsesBusiness =
            classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule entitiesKeepTheirFieldsToThemselves = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule controllersAreNobodyElsesBusiness =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule whatIsNeededComesThroughConstructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule onlyCommandsWriteToTheTerminal = noClasses()
            .that(resideOutsideOfPackages("app.orchard.embedded..", "app.orchard.bench..", "app.orchard.demo.."))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that(resideOutsideOfPackages(
                    "app.orchard.embedded..",
                    "app.orchard.bench..",
                    "app.orchard.demo..",
                    "app.orchard.sandbox..",
                    "app.orchard.exporter.."))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule theSimulatorsAreNotSpring = noClasses()
            .that(resideInAnyPackage("app.orchard.sandbox.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework.boot..", "org.springframework.context..", "org.springframework.web.."));

    @ArchTest
    static final ArchRule nothingIsNamedAfterNothing =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Processor|Impl|Data|Info|Dto)");
}
