package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.kizuna.samples.Some;
import org.kizuna.shared.AskedAbout;
import org.kizuna.shared.Despite;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;

/** One who is known already is not registered twice without a word. */
@ArquillianTest
class LikelyDuplicateContainerIT {

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries queries;

    @Test
    void aNameThatIsNearlyAKnownOneIsAskedAboutAndNamesTheOther() throws Exception {
        String name = Some.name("Blue Heron Foundation");
        Reference known = register(name);
        for (String again :
                List.of(name, name.toUpperCase(java.util.Locale.ROOT), name + ", Inc.", "The " + name, "㈱" + name)) {
            assertThatThrownBy(() -> register(again))
                    .as(again)
                    .isInstanceOfSatisfying(AskedAbout.class, asked -> assertThat(asked.questions())
                            .singleElement()
                            .satisfies(question -> {
                                assertThat(question.code()).isEqualTo("likelyDuplicate");
                                assertThat(question.field()).isEqualTo("legalName");
                                assertThat(question.arguments()).contains(name, known.value());
                            }));
        }
        Reference other = Despite.during(
                Set.of("likelyDuplicate"), "A foundation of the same name in Osaka", () -> register(name + ", Inc."));
        assertThat(other).isNotEqualTo(known);
    }

    @Test
    void aCompanyInJapaneseIsTheSameWithEitherSign() throws Exception {
        String name = "海風製作所" + Some.name("");
        register("㈱" + name);
        assertThatThrownBy(() -> register("株式会社" + name)).isInstanceOf(AskedAbout.class);
        assertThatThrownBy(() -> register(name)).isInstanceOf(AskedAbout.class);
    }

    @Test
    void whoeverIsRenamedIsAskedAboutAndWhoeverStaysIsNot() throws Exception {
        String name = Some.name("Known");
        register(name);
        String own = Some.name("Other");
        Reference other = register(own);
        long version = version(other);
        assertThatThrownBy(() -> change(other, version, name + " Ltd")).isInstanceOf(AskedAbout.class);
        assertThat(change(other, version, own + " GmbH")).isTrue();
        assertThatThrownBy(() -> register(own)).isInstanceOf(AskedAbout.class);
    }

    private boolean change(Reference partner, long version, String name) throws Exception {
        return As.officer(() -> {
            partners.change(partner, version, PartnerData.of(name, Sector.CIVIL_SOCIETY, "JP"));
            return true;
        });
    }

    private long version(Reference partner) throws Exception {
        return As.officer(() -> queries.find(partner.value())).orElseThrow().version();
    }

    private Reference register(String name) throws Exception {
        return As.officer(() -> partners.register(PartnerData.of(name, Sector.CIVIL_SOCIETY, "JP")));
    }
}
