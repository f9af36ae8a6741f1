package io.heliograph;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    @Test
    void eachModuleKeepsToTheFacesOfTheOthersAndNoneGoInCircles() {
        ApplicationModules.of(HeliographApplication.class).verify();
    }
}
