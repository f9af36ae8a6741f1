# Build: docker build -t heliograph .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/heliograph heliograph
COPY --from=build /src/portal-web/target/heliograph.jar /opt/heliograph.jar
USER heliograph
WORKDIR /var/lib/heliograph
EXPOSE 8080 2525 2777 2779
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/opt/heliograph.jar"]
