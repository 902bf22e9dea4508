package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AncestorsTest {

    @Test
    void namesTheRecordAndAllAboveItNearestFirst() {
        Map<String, String> above = Map.of("division", "ministry", "ministry", "government");
        assertThat(Ancestors.andSelf("division", above::get)).containsExactly("division", "ministry", "government");
        assertThat(Ancestors.<String>andSelf(null, above::get)).isEmpty();
    }

    @Test
    void endsWhereItMeetsARecordAgain() {
        Map<String, String> bent = Map.of("a", "b", "b", "c", "c", "b");
        assertThat(Ancestors.andSelf("a", bent::get)).containsExactly("a", "b", "c");
        assertThat(Ancestors.andSelf("self", name -> name)).containsExactly("self");
    }
}
