# The native image of Tummler; docs/deploy.md says how it is run.
#   docker build -t tummler .
# An argument is a command: docker run --rm -v "$PWD:/in:ro" tummler replay /in/transcript.jsonl
# It needs BuildKit, which Docker has been building with since version 23, Podman, or Buildah.

# Any image with a GraalVM or Mandrel 25 in JAVA_HOME, gcc, and a user 1001 whose home is /home/quarkus and who owns
# /project.
ARG BUILDER=quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:25.0.3.0-Final-java25
# The executable needs glibc, no older than the builder's; libz comes along. This base has that, and neither a shell nor a
# package manager.
ARG RUNTIME=gcr.io/distroless/base-nossl-debian13:nonroot@sha256:5cab74e7f8a5e7c5f1c8a9e6268b1f352f053c36c656f493308340bcecbc636c

FROM ${BUILDER} AS build
USER 1001
WORKDIR /project
COPY --chown=1001 mvnw pom.xml ./
COPY --chown=1001 .mvn .mvn
COPY --chown=1001 src/main src/main
# What Maven fetches stays in the builder's cache, whatever changes above. The tests belong to CI (.ci/run).
RUN --mount=type=cache,target=/home/quarkus/.m2,uid=1001,gid=1001 \
    ./mvnw -B package -Dnative -Dmaven.test.skip -Dquarkus.native.container-build=false \
    && mkdir -p out/data && mv target/*-runner out/tummler && mv target/sbom.cdx.json out/ \
    && cp -L "$(ldd out/tummler | sed -n 's/.* => \(.*libz[^ ]*\) .*/\1/p')" out/

FROM ${RUNTIME}
ARG VERSION=unknown
ARG REVISION=unknown
ARG CREATED=unknown
LABEL org.opencontainers.image.title="Tummler" \
      org.opencontainers.image.description="A Discord bot that introduces people before it asks a favour" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"
WORKDIR /tummler
COPY LICENSE NOTICE ./
COPY bot-config bot-config
# Group 0 may write too, for platforms that choose the user themselves.
COPY --from=build --chown=10001:0 --chmod=770 /project/out/data data
COPY --from=build --chown=0:0 /project/out/sbom.cdx.json ./
COPY --from=build --chown=0:0 /project/out/libz.so.1 /usr/lib/
COPY --from=build --chown=0:0 /project/out/tummler /usr/local/bin/
USER 10001
VOLUME ["/tummler/data", "/tummler/bot-config"]
# Health and metrics stay within the container unless QUARKUS_HTTP_HOST opens them: -e QUARKUS_HTTP_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s CMD ["tummler", "health"]
# Asked to stop, the bot ends what it has taken and says what it still has to say; give it 30 seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["tummler"]
