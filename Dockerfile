# Build: docker build -t heliograph .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/heliograph heliograph
COPY --from=build /src/portal-web/target/heliograph.jar /tmp/heliograph.jar
WORKDIR /opt/heliograph
# A sandbox is started here, shows its first page, sends a message and ends, to note what that loads and does: later starts
# need half of the time (docs/performance.md).
COPY deploy/train.sh /tmp/train.sh
RUN java -Djarmode=tools -jar /tmp/heliograph.jar extract --destination . \
    && (sh /tmp/train.sh || echo "Starts without a cache: the sandbox can't run here") \
    && rm -rf /tmp/heliograph.jar /tmp/train.sh
USER heliograph
WORKDIR /var/lib/heliograph
EXPOSE 8080 2525 2777 2779
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:AOTCache=/opt/heliograph/heliograph.aot", "-jar", "/opt/heliograph/heliograph.jar"]
