# Build: docker build -t heliograph .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/heliograph heliograph
COPY --from=build /src/portal-web/target/heliograph.jar /tmp/heliograph.jar
WORKDIR /opt/heliograph
# A sandbox is started once here to note what a start loads and does; later starts need two thirds of the time (docs/performance.md).
RUN java -Djarmode=tools -jar /tmp/heliograph.jar extract --destination . \
    && (java -XX:AOTCacheOutput=heliograph.aot -Dspring.context.exit=onRefresh -jar heliograph.jar \
            --heliograph.home=/tmp/training --server.port=0 --heliograph.smpp.port=0 --heliograph.smtp.port=0 \
        || echo "Starts without a cache: the sandbox can't run here") \
    && rm -rf /tmp/heliograph.jar /tmp/training
USER heliograph
WORKDIR /var/lib/heliograph
EXPOSE 8080 2525 2777 2779
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:AOTCache=/opt/heliograph/heliograph.aot", "-jar", "/opt/heliograph/heliograph.jar"]
