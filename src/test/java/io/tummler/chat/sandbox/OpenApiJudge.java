package io.tummler.chat.sandbox;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test in which a bot asked, or a sandbox answered, otherwise than Discord describes. A test that asks wrongly
 * on purpose says so by {@link AsksWrongly}. JUnit finds it by itself, so that no test can forget it.
 */
public final class OpenApiJudge implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    public static final Queue<Callable<List<String>>> DOCKET = new ConcurrentLinkedQueue<>();

    static final String ASKED_WRONGLY = "asked wrongly, and was refused: ";
    /** Names another file than the one beside the project. */
    static final String PROPERTY = "discord.openapi";

    private static final Path BESIDE = Path.of("../shared/data/discord-openapi.json");

    static final String WHY_NOT =
            "No exchange with the sandbox is compared with Discord's description of its API: there is" + " no " + BESIDE
                    + " beside the project, and -D" + PROPERTY + " names no other";

    private static final int SHOWN_MAX = 20;
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final System.Logger LOG = System.getLogger(OpenApiJudge.class.getName());

    /** Where Discord's description of its API is; it is no part of this project. */
    static Optional<Path> description() {
        String named = System.getProperty(PROPERTY);
        return Optional.of(named == null ? BESIDE : Path.of(named)).filter(Files::isReadable);
    }

    /** Quarkus loads an application and its tests by a class loader of its own; all meet in the JVM's. */
    @SuppressWarnings("unchecked")
    private static Queue<Callable<List<String>>> docket() {
        try {
            return (Queue<Callable<List<String>>>)
                    Class.forName(OpenApiJudge.class.getName(), true, ClassLoader.getSystemClassLoader())
                            .getField("DOCKET")
                            .get(null);
        } catch (ReflectiveOperationException alone) {
            return DOCKET;
        }
    }

    /** Judged when the test is over, so that no answer has to wait for it. */
    static void hears(Callable<List<String>> complaints) {
        docket().add(complaints);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (description().isEmpty() && TOLD.compareAndSet(false, true)) LOG.log(System.Logger.Level.WARNING, WHY_NOT);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        boolean wrongly = context.getTestMethod()
                .filter(it -> it.isAnnotationPresent(AsksWrongly.class))
                .isPresent();
        judge(wrongly);
    }

    /** What was said while nobody tested, such as at the end of an application. */
    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        judge(false);
    }

    /**
     * @param wrongly whether it was asked wrongly on purpose, and must have been refused
     */
    static void judge(boolean wrongly) throws Exception {
        Map<String, String> complaints = new LinkedHashMap<>();
        for (var next = docket().poll(); next != null; next = docket().poll())
            for (String one : next.call()) complaints.putIfAbsent(one.replaceAll("\\d{2,}|/\\d+", "*"), one);
        List<String> unwanted = new ArrayList<>(complaints.values());
        boolean asked = wrongly && unwanted.removeIf(it -> it.startsWith(ASKED_WRONGLY));
        if (!unwanted.isEmpty())
            throw new AssertionError("Discord describes its API otherwise:\n"
                    + unwanted.stream().limit(SHOWN_MAX).collect(joining("\n"))
                    + (unwanted.size() > SHOWN_MAX ? "\n... and " + (unwanted.size() - SHOWN_MAX) + " more" : ""));
        if (wrongly && !asked && description().isPresent())
            throw new AssertionError("This test is said to ask wrongly, and was refused nothing wrong");
    }
}
