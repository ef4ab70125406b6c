package io.tummler.deploy;

import static io.tummler.deploy.Yaml.list;
import static io.tummler.deploy.Yaml.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in {@code deploy/kubernetes}: that Kubernetes knows it, and that it fits the program. */
class KubernetesTest {
    private static final Path FOLDER = Yaml.FOLDER.resolve("kubernetes");

    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(OffsetDateTime.class, (JsonDeserializer<OffsetDateTime>)
                    (time, _, _) -> OffsetDateTime.parse(time.getAsString()))
            .create();

    private final JsonNode set = Yaml.read(FOLDER.resolve("statefulset.yaml"));
    private final JsonNode pod = set.at("/spec/template/spec");
    private final JsonNode container = pod.at("/containers/0");

    /** @param validate throws at a field that there is not, and at one that must be there and is missing */
    private record Kind(Class<?> type, Validation validate) {
        interface Validation {
            void accept(JsonElement json) throws IOException;
        }
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "apps/v1 StatefulSet", new Kind(V1StatefulSet.class, V1StatefulSet::validateJsonElement),
            "v1 Service", new Kind(V1Service.class, V1Service::validateJsonElement),
            "v1 Secret", new Kind(V1Secret.class, V1Secret::validateJsonElement),
            "policy/v1 PodDisruptionBudget",
                    new Kind(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement),
            "networking.k8s.io/v1 NetworkPolicy",
                    new Kind(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement));

    private static void judge(String manifest) throws IOException {
        JsonElement json = JsonParser.parseString(manifest);
        String kind = json.getAsJsonObject().get("apiVersion").getAsString() + " "
                + json.getAsJsonObject().get("kind").getAsString();
        assertThat(KINDS).containsKey(kind);
        KINDS.get(kind).validate().accept(json);
        GSON.fromJson(json, KINDS.get(kind).type());
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(it -> !it.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void each_field_of_a_manifest_is_one_that_kubernetes_knows_and_what_must_be_there_is() throws Exception {
        for (Path file : manifests())
            assertThatCode(() -> judge(Yaml.read(file).toString()))
                    .as(file.toString())
                    .doesNotThrowAnyException();
    }

    @Test
    void a_misspelt_field_is_noticed_however_deep_it_stands() {
        String right = set.toString();
        for (String field : List.of("replicas", "readOnlyRootFilesystem", "secretKeyRef", "failureThreshold", "items"))
            assertThatThrownBy(() -> judge(right.replace("\"" + field + "\"", "\"" + field + "s\"")))
                    .as(field)
                    .hasMessageContaining(field + "s");
        assertThatThrownBy(() -> judge(right.replace("\"serviceName\"", "\"serviceNames\"")))
                .hasMessageContaining("serviceName");
        assertThatThrownBy(() -> judge(right.replace("\"replicas\":2", "\"replicas\":\"two\"")))
                .hasMessageContaining("two");
    }

    @Test
    void kustomize_applies_all_of_them_but_the_example_of_a_secret_which_holds_none() throws Exception {
        JsonNode kustomization = Yaml.read(FOLDER.resolve("kustomization.yaml"));
        assertThat(kustomization.properties())
                .extracting(Map.Entry::getKey)
                .isSubsetOf("apiVersion", "kind", "namespace", "resources", "images");
        assertThat(manifests().stream().map(it -> it.getFileName().toString()))
                .filteredOn(it -> !it.equals("secret.example.yaml"))
                .containsExactlyInAnyOrderElementsOf(texts(kustomization.get("resources")));
        assertThat(kustomization.at("/images/0/name")).isEqualTo(container.get("image"));
        JsonNode secret = Yaml.read(FOLDER.resolve("secret.example.yaml"));
        assertThat(texts(secret.get("stringData")))
                .allSatisfy(value -> assertThat(value).isEmpty());
        assertThat(secret.has("data")).isFalse();
    }

    @Test
    void each_setting_is_one_that_the_program_reads() throws Exception {
        assertThat(list(container.get("env")).stream().map(it -> it.get("name").asText()))
                .isNotEmpty()
                .allMatch(new KnownSettings());
        assertThat(new KnownSettings()).rejects("TUMMLER_DISCORD_LISTNING", "QUARKUS_DATASOURCE_URL", "DISCORD_KEY");
    }

    @Test
    void secrets_are_referred_to_by_keys_that_the_example_has_and_stand_nowhere() throws Exception {
        JsonNode secret = Yaml.read(FOLDER.resolve("secret.example.yaml"));
        List<JsonNode> referred = container.get("env").findValues("secretKeyRef");
        assertThat(referred).hasSize(3).allSatisfy(reference -> {
            assertThat(reference.get("name")).isEqualTo(secret.at("/metadata/name"));
            assertThat(secret.get("stringData").has(reference.get("key").asText()))
                    .isTrue();
        });
        assertThat(list(container.get("env")))
                .filteredOn(it -> it.get("name").asText().matches(".*(TOKEN|PASSWORD|KEY|SECRET).*"))
                .hasSize(3)
                .noneMatch(it -> it.has("value"));
    }

    @Test
    void the_pod_fits_the_image_and_the_settings() throws Exception {
        String image = Files.readString(Path.of("Dockerfile"));
        assertThat(image)
                .contains("USER " + pod.at("/securityContext/runAsUser").asText() + "\n")
                .contains("EXPOSE " + container.at("/ports/0/containerPort").asText() + "\n");
        assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
                .contains("quarkus.http.port="
                        + container.at("/ports/0/containerPort").asText() + "\n");
        assertThat(image)
                .contains("VOLUME [\"/tummler/data\", \""
                        + container.at("/volumeMounts/0/mountPath").asText() + "\"]");
        try (Stream<Path> brands = Files.list(Path.of("bot-config/brands"))) {
            assertThat(brands.map(it -> "brands/" + it.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            pod.at("/volumes/0/projected/sources").findValuesAsText("path"));
        }
    }

    @Test
    void what_refers_to_the_pods_refers_to_these_pods() {
        JsonNode labels = set.at("/spec/template/metadata/labels");
        JsonNode service = Yaml.read(FOLDER.resolve("service.yaml"));
        assertThat(labels.isObject()).isTrue();
        assertThat(set.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(pod.at("/topologySpreadConstraints/0/labelSelector/matchLabels"))
                .isEqualTo(labels);
        assertThat(service.at("/spec/selector")).isEqualTo(labels);
        assertThat(Yaml.read(FOLDER.resolve("poddisruptionbudget.yaml")).at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        JsonNode policy = Yaml.read(FOLDER.resolve("networkpolicy.yaml"));
        assertThat(policy.at("/spec/podSelector/matchLabels")).isEqualTo(labels);

        JsonNode port = container.at("/ports/0/name");
        assertThat(set.at("/spec/serviceName")).isEqualTo(service.at("/metadata/name"));
        assertThat(service.at("/spec/ports/0/targetPort")).isEqualTo(port);
        assertThat(policy.at("/spec/ingress/0/ports/0/port")).isEqualTo(port);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe"))
            assertThat(container.at("/" + probe + "/httpGet/port")).as(probe).isEqualTo(port);
    }
}
