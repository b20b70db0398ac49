# The application alone: run ./orchard build first. Its configuration comes from the environment.
FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --uid 10001 orchard \
 && install --directory --owner=orchard /home/orchard/simulators /home/orchard/evidence
USER orchard
WORKDIR /home/orchard
COPY --chown=orchard admin-ui/target/orchard.jar orchard.jar
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "orchard.jar"]
