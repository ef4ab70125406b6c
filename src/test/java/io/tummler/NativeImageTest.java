package io.tummler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.core.TreeCodec;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** What works on a JVM and not in a native executable, which is slow to build: it is noticed here instead. */
@AnalyzeClasses(packages = "io.tummler", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeImageTest {
    private static final Set<String> TYPED = Set.of("writerFor", "readerFor", "forType", "readValue", "addMixIn");

    @ArchTest
    static final ArchRule SECTIONS_OF_THE_SETTINGS_ARE_REGISTERED = classes()
            .that()
            .areAnnotatedWith(Section.class)
            .should(new ArchCondition<>("be registered: @RegisterForReflection(registerFullHierarchy = true)") {
                @Override
                public void check(JavaClass section, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            section, registered(Stream.of(section)).anyMatch(section::equals), section.getName()));
                }
            });

    /** What a method names to Jackson stands in it as a class. */
    @ArchTest
    static void what_jackson_reads_and_writes_is_registered(JavaClasses all) {
        Set<JavaClass> registered = registered(all.stream()).collect(Collectors.toSet());
        classes()
                .should(new ArchCondition<>("name to Jackson what is registered, see RegisterForReflection") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        user.getCodeUnits().stream()
                                .filter(NativeImageTest::namesTypesToJackson)
                                .flatMap(method -> method.getReferencedClassObjects().stream())
                                .filter(named ->
                                        named.getRawType().getPackageName().startsWith("io.tummler"))
                                .forEach(named -> events.add(new SimpleConditionEvent(
                                        user,
                                        registered.contains(named.getRawType()),
                                        user.getName() + " names "
                                                + named.getRawType().getName())));
                    }
                })
                .check(all);
    }

    private static boolean namesTypesToJackson(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> isJackson(call) && TYPED.contains(call.getName()));
    }

    private static boolean isJackson(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(TreeCodec.class)
                || call.getTargetOwner().isAssignableTo(ObjectWriter.class)
                || call.getTargetOwner().isAssignableTo(ObjectReader.class);
    }

    /** Quarkus adds what their components are made of, and what implements them. */
    private static Stream<JavaClass> registered(Stream<JavaClass> types) {
        return types.filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .flatMap(type -> {
                    var annotation = type.getAnnotationOfType(RegisterForReflection.class.getName());
                    if (!annotation.get("registerFullHierarchy").equals(Optional.of(true))) return Stream.empty();
                    JavaClass[] targets =
                            (JavaClass[]) annotation.get("targets").orElseThrow();
                    return targets.length == 0 ? Stream.of(type) : Arrays.stream(targets);
                });
    }

    @ArchTest
    static final ArchRule JACKSON_IS_TOLD_WHAT_IT_WRITES = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("ObjectMapper writes what no class names") {
                @Override
                public boolean test(JavaMethodCall call) {
                    AccessTarget.MethodCallTarget target = call.getTarget();
                    return target.getOwner().isAssignableTo(ObjectMapper.class)
                            && target.getName().matches("writeValue.*|writer|writerWith.*|valueToTree|convertValue");
                }
            })
            .orShould()
            .callMethod(JsonObject.class, "mapFrom", Object.class)
            .orShould()
            .callMethod(JsonObject.class, "mapTo", Class.class)
            .because("only json.writerFor(Type.class) lets a test see what has to be registered for reflection");

    @ArchTest
    static final ArchRule STATIC_STATE_IS_THE_SAME_IN_EACH_RUN = fields().that()
            .areStatic()
            .should()
            .notHaveRawType(DescribedPredicate.describe(
                    "of this run only",
                    type -> Stream.of(Random.class, System.Logger.class, Thread.class, Path.class)
                            .anyMatch(type::isAssignableTo)))
            .because("a native executable begins with the static state of its build");

    @ArchTest
    static final ArchRule NO_LISTENER_ADAPTER = noClasses()
            .should()
            .beAssignableTo(ListenerAdapter.class)
            .because("it looks its methods up by name, finds none in a native executable, and calls none");
}
