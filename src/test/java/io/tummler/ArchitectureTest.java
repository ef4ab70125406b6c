package io.tummler;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tummler.store.EncryptedText;
import jakarta.persistence.Entity;

/** The rule of the house: every arrow points toward {@code api}. */
@AnalyzeClasses(packages = "io.tummler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> TUMMLER = resideInAPackage("io.tummler..");
    private static final String[] ENGINES = {
        "community", "listening", "matching", "introduction", "credit", "brand", "proof"
    };

    @ArchTest
    static final ArchRule API_NEEDS_THE_JDK_AND_JSPECIFY_ONLY = classes()
            .that()
            .resideInAPackage("io.tummler.api")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.tummler.api", "java..", "org.jspecify..");

    @ArchTest
    static void engines_know_api_and_themselves_and_mark_what_is_encrypted_at_rest(
            com.tngtech.archunit.core.domain.JavaClasses all) {
        for (String engine : ENGINES) {
            classes()
                    .that()
                    .resideInAPackage("io.tummler." + engine)
                    .should()
                    .onlyDependOnClassesThat(are(DescribedPredicate.not(TUMMLER))
                            .or(resideInAnyPackage(
                                    "io.tummler." + engine,
                                    "io.tummler." + engine + ".answerers",
                                    "io.tummler." + engine + ".trust",
                                    "io.tummler.api"))
                            .or(type(EncryptedText.class)))
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule WHAT_SHIPS_COMES_THROUGH_THE_SAME_DOORS_AS_OUTSIDERS = classes()
            .that()
            .resideInAnyPackage(
                    "io.tummler.listening.detectors", "io.tummler.matching.matchmakers", "io.tummler.credit.rules")
            .should()
            .onlyDependOnClassesThat(are(DescribedPredicate.not(TUMMLER))
                    .or(resideInAnyPackage(
                            "io.tummler.api",
                            "io.tummler.listening.detectors",
                            "io.tummler.matching.matchmakers",
                            "io.tummler.credit.rules")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule WHO_ANSWERS_IS_LEARNED_WITHOUT_KNOWING_THE_BOT = classes()
            .that()
            .resideInAPackage("io.tummler.matching.answerers")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.tummler.matching.answerers", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule WHOSE_WORD_COUNTS_IS_WORKED_OUT_WITHOUT_KNOWING_THE_BOT = classes()
            .that()
            .resideInAPackage("io.tummler.credit.trust")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.tummler.credit.trust", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule A_PLATFORM_KNOWS_API_AND_ITSELF_ONLY = classes()
            .that()
            .resideInAPackage("io.tummler.chat.discord..")
            .should()
            .onlyDependOnClassesThat(are(DescribedPredicate.not(TUMMLER))
                    .or(resideInAnyPackage("io.tummler.api", "io.tummler.chat.discord..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_SANDBOX_KNOWS_NOTHING_OF_THE_BOT = classes()
            .that()
            .resideInAPackage("io.tummler.chat.sandbox..")
            .should()
            .onlyDependOnClassesThat(
                    are(DescribedPredicate.not(TUMMLER)).or(resideInAnyPackage("io.tummler.chat.sandbox..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_CHAT_DISCORD_IMPORTS_JDA = noClasses()
            .that()
            .resideOutsideOfPackage("io.tummler.chat.discord..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.dv8tion..");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_DASHBOARD_OR_CLI = noClasses()
            .that()
            .resideOutsideOfPackages("io.tummler.dashboard..", "io.tummler.cli..", "io.tummler")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tummler.dashboard..", "io.tummler.cli..");

    @ArchTest
    static final ArchRule ENTITIES_NEVER_LEAVE_THEIR_ENGINE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_UTIL_NO_MANAGER_HELPER_IMPL = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule TIME_COMES_IN_THROUGH_THE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.tummler.chat.sandbox..", "io.tummler.chat.discord..", "io.tummler.cli..", "io.tummler.store..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule WHAT_WAITS_WAITS_ON_THREADS_THAT_WAKE_UP = noClasses()
            .that()
            .resideOutsideOfPackage("io.tummler.thread")
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(java.util.concurrent.Executors.class, "newVirtualThreadPerTaskExecutor");
}
