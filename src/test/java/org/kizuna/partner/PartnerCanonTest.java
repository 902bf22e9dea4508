package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kizuna.samples.Some;

/** Who a merged partner is now. */
class PartnerCanonTest {

    private final Partner one = Unsaved.partner("P-000001", Some.company());
    private final Partner two = Unsaved.partner("P-000002", Some.company());
    private final Partner three = Unsaved.partner("P-000003", Some.company());

    @Test
    void whatWasNotMergedIsItself() {
        assertThat(PartnerCanon.of(one)).isEqualTo(one);
        assertThat(PartnerCanon.survivor(one)).isEmpty();
        PartnerIsMerged.refuse(one);
    }

    @Test
    void aChainLeadsToItsEnd() {
        one.mergeInto(two);
        two.mergeInto(three);
        assertThat(PartnerCanon.of(one)).isEqualTo(three);
        assertThat(PartnerCanon.of(two)).isEqualTo(three);
        assertThatThrownBy(() -> PartnerIsMerged.refuse(one))
                .isInstanceOfSatisfying(PartnerIsMerged.class, refused -> assertThat(refused.arguments())
                        .containsExactly("P-000001", three.legalName(), "P-000003"));
    }

    @Test
    void aLoopLeavesEachWhatItIs() {
        one.mergeInto(two);
        two.mergeInto(one);
        assertThat(PartnerCanon.of(one)).isEqualTo(one);
        assertThat(PartnerCanon.of(two)).isEqualTo(two);
    }

    @Test
    void takenBackItIsItselfAgain() {
        one.mergeInto(two);
        one.mergeInto(null);
        assertThat(PartnerCanon.of(one)).isEqualTo(one);
    }
}
