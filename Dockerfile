# A JVM image of Tummler:
#   docker build -t tummler .
#   docker run -e DISCORD_TOKEN -v tummler-data:/tummler/data -v "$PWD/bot-config:/tummler/bot-config:ro" tummler
# An argument is a command: docker run --rm -v "$PWD:/in:ro" tummler replay /in/transcript.jsonl
# The native image has an issue of its own and will take this one's place.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
# The tests belong to CI (.ci/run): they need a browser, and a user who is not root.
RUN ./mvnw -B -ntp package -DskipTests

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /tummler --no-create-home --shell /usr/sbin/nologin tummler
WORKDIR /tummler
# From what changes least to what changes most, so that a new version is a small layer.
COPY --from=build /build/target/quarkus-app/lib lib
COPY --from=build /build/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /build/target/quarkus-app/quarkus quarkus
COPY --from=build /build/target/quarkus-app/app app
COPY LICENSE ./
COPY bot-config bot-config
RUN mkdir data && chown tummler data
USER tummler
VOLUME ["/tummler/data", "/tummler/bot-config"]
# Health and metrics stay within the container unless QUARKUS_HTTP_HOST opens them: -e QUARKUS_HTTP_HOST=0.0.0.0
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s \
    CMD curl -fs http://127.0.0.1:8080/q/health/ready || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "quarkus-run.jar"]
