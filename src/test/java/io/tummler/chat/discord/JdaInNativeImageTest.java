package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.neovisionaries.ws.client.WebSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import org.junit.jupiter.api.Test;

/** Whether {@code META-INF/native-image/net.dv8tion/JDA} says all that this JDA needs, read out of its class files. */
class JdaInNativeImageTest {
    private static final String FOLDER = "META-INF/native-image/net.dv8tion/JDA/";
    private static final String CACHE = "net/dv8tion/jda/internal/utils/cache/AbstractCacheView";
    private static final Set<String> RANDOM = Set.of("Ljava/util/Random;", "Ljava/security/SecureRandom;");

    private final Map<String, ClassModel> jda = classesBeside(JDA.class);

    @Test
    void each_type_that_a_cache_makes_arrays_of_is_registered() throws IOException {
        Set<String> registered = new JsonObject(text("reachability-metadata.json"))
                .getJsonArray("reflection").stream()
                        .map(entry -> ((JsonObject) entry).getString("type"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(registered).isEqualTo(cached());
    }

    private Set<String> cached() {
        Set<String> types = new TreeSet<>();
        for (ClassModel each : jda.values())
            for (var method : each.methods())
                method.code().ifPresent(code -> types.addAll(cached(code, isCache(each.thisClass()))));
        return types;
    }

    /**
     * The class that each cache made here is given.
     *
     * @param inCache whether this may pass on the class that it was given itself
     */
    private Set<String> cached(CodeModel code, boolean inCache) {
        Set<String> types = new TreeSet<>();
        List<ClassDesc> named = new ArrayList<>();
        for (var element : code) {
            switch (element) {
                case NewObjectInstruction making when isCache(making.className()) -> named.clear();
                case ConstantInstruction constant
                when constant.constantValue() instanceof ClassDesc type -> named.add(type);
                case InvokeInstruction call
                when takesClass(call) && isCache(call.owner()) -> {
                    if (!inCache) assertThat(named).as("classes before " + call).hasSize(1);
                    named.forEach(type -> types.add(type.packageName() + "." + type.displayName() + "[]"));
                    named.clear();
                }
                default -> {}
            }
        }
        return types;
    }

    private static boolean takesClass(InvokeInstruction call) {
        return call.name().equalsString("<init>")
                && call.typeSymbol().parameterList().contains(ConstantDescs.CD_Class);
    }

    private boolean isCache(ClassEntry type) {
        if (type.asInternalName().equals(CACHE)) return true;
        ClassModel known = jda.get(type.asInternalName());
        return known != null && known.superclass().map(this::isCache).orElse(false);
    }

    @Test
    void whatever_holds_chance_in_static_state_starts_at_run_time() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text("native-image.properties")));
        List<String> atRunTime = List.of(properties
                .getProperty("Args")
                .replace("--initialize-at-run-time=", "")
                .split(","));

        Map<String, ClassModel> all = new TreeMap<>(jda);
        all.putAll(classesBeside(WebSocket.class));
        List<String> holders = all.values().stream()
                .filter(each -> each.fields().stream()
                        .anyMatch(field -> field.flags().has(AccessFlag.STATIC)
                                && RANDOM.contains(field.fieldType().stringValue())))
                .map(each -> each.thisClass().asInternalName().replace('/', '.'))
                .toList();

        assertThat(holders).hasSizeGreaterThanOrEqualTo(3);
        assertThat(holders).allMatch(holder -> atRunTime.stream().anyMatch(name -> isIn(holder, name)));
        assertThat(atRunTime).allMatch(name -> holders.stream().anyMatch(holder -> isIn(holder, name)));
    }

    private static boolean isIn(String holder, String classOrPackage) {
        return holder.equals(classOrPackage) || holder.startsWith(classOrPackage + ".");
    }

    private static String text(String file) throws IOException {
        try (InputStream in = JdaInNativeImageTest.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All classes of the jar that a class is in, by internal name. */
    private static Map<String, ClassModel> classesBeside(Class<?> one) {
        Map<String, ClassModel> classes = new TreeMap<>();
        String path = one.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile jar = new JarFile(path)) {
            for (var entry :
                    jar.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
                ClassModel read = ClassFile.of().parse(jar.getInputStream(entry).readAllBytes());
                classes.put(read.thisClass().asInternalName(), read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}
