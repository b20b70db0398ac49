package app.orchard.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** The client's health indicator is built for Spring Boot 3 and breaks the start of an application on Spring Boot 4. */
class WithoutCamundaHealth implements AutoConfigurationImportFilter {

    private static final String BROKEN = "io.camunda.client.spring.configuration.CamundaActuatorConfiguration";

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            kept[i] = !BROKEN.equals(classes[i]);
        }
        return kept;
    }
}
