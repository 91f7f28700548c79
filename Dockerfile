# Parley, built and started the same way as without an image. Its settings: /opt/parley/config/parley.yaml
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
COPY parley ./
COPY config config
COPY prompts prompts
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package \
    && src/main/docker/assemble /src /opt/parley

FROM eclipse-temurin:25-jre
# For the pictures of recaps; without them recaps go out without a picture.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home --uid 10001 parley
COPY --from=build /opt/parley /opt/parley
# One start fills the archive of shared classes, while the folder may still be written.
RUN /opt/parley/parley --help >/dev/null && chown -R parley /opt/parley/data
USER parley
WORKDIR /opt/parley
VOLUME /opt/parley/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s CMD ["/opt/parley/healthy"]
ENTRYPOINT ["/opt/parley/parley"]
