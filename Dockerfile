# Both services and the command line, built from the sources: docker build --target command-service (or query-service, cli).
# Containers run on the newest LTS release; the sources need 17.
ARG JAVA=25.0.3_9

FROM eclipse-temurin:${JAVA}-jdk-noble AS build
# Maven's wrapper knows the checksum of the zip only
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -DskipTests -Dspotless.check.skip=true -pl command-service,query-service,cli -am package
# one image layer for what changes seldom: dependencies
RUN for service in command-service query-service; do \
        java -Djarmode=tools -jar $service/target/$service-*-exec.jar extract --layers \
            --application-filename app.jar --destination /layers/$service || exit 1; \
    done

FROM eclipse-temurin:${JAVA}-jre-noble AS base
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin orderflow

# Both start once, on files, and what they load and link is kept, so that it need not be done at each start.
FROM base AS trained
COPY --from=build /layers/command-service/dependencies/ /layers/command-service/snapshot-dependencies/ /layers/command-service/application/ /opt/command-service/
COPY --from=build /layers/query-service/dependencies/ /layers/query-service/snapshot-dependencies/ /layers/query-service/application/ /opt/query-service/
RUN for service in command-service query-service; do \
        cd /opt/$service && java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar \
            --orderflow.data-dir=/tmp/training || exit 1; \
    done

FROM base AS service
USER 10001
# H2 and Tomcat write there; the root file system may be read-only
VOLUME /tmp
# ready, or not yet: what a proxy in front of it needs to know
HEALTHCHECK --interval=2s --timeout=3s --start-period=180s --retries=5 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# the heap has its part of the container's memory; the rest is for threads, buffers and code
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]

FROM service AS command-service
ENV SERVER_PORT=8080
WORKDIR /opt/command-service
COPY --from=build /layers/command-service/dependencies/ ./
COPY --from=build /layers/command-service/snapshot-dependencies/ ./
COPY --from=build /layers/command-service/application/ ./
COPY --from=trained /opt/command-service/app.aot ./
EXPOSE 8080

FROM service AS query-service
ENV SERVER_PORT=8081
WORKDIR /opt/query-service
COPY --from=build /layers/query-service/dependencies/ ./
COPY --from=build /layers/query-service/snapshot-dependencies/ ./
COPY --from=build /layers/query-service/application/ ./
COPY --from=trained /opt/query-service/app.aot ./
EXPOSE 8081

FROM base AS cli
USER 10001
WORKDIR /opt/cli
COPY --from=build /src/cli/target/cli-*.jar ./cli.jar
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "cli.jar"]
