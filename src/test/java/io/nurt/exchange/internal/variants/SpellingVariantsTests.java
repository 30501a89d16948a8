package io.nurt.exchange.internal.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.exchange.internal.Datasets;
import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.ReadingOptions;
import io.nurt.exchange.internal.values.TableProfile;
import io.nurt.exchange.internal.values.TableProfiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingVariantsTests {
    private static final List<String> PRODUCTS =
            List.of("GTX Basic", "GTX Pro", "MG Special", "MG Advanced", "GTX Plus Pro", "GTX Plus Basic", "GTK 500");

    @Test
    void theProductWrittenWithoutSpaceIsOfferedAsTheKnownOne() {
        assertThat(SpellingVariants.propose(Map.of("GTXPro", 1_480, "GTX Basic", 1_866, "MG Special", 1_651), PRODUCTS))
                .containsExactly(new Variant("GTXPro", "GTX Pro", 1_480, Variant.Reason.WRITTEN_DIFFERENTLY));
    }

    @Test
    void industriesAreRightAsTheirColumnWritesThem() {
        Map<String, Integer> capitals = Map.of("Consulting", 229, "Real Estate", 10, "Technolgy", 1);
        assertThat(SpellingVariants.propose(capitals, Industries.writtenAsIn(capitals)))
                .containsExactly(new Variant("Technolgy", "Technology", 1, Variant.Reason.TYPO_OF_KNOWN));
        Map<String, Integer> small = Map.of("technolgy", 12, "retail", 17);
        assertThat(SpellingVariants.propose(small, Industries.writtenAsIn(small)))
                .containsExactly(new Variant("technolgy", "technology", 12, Variant.Reason.TYPO_OF_KNOWN));
    }

    @Test
    void differentProductsAndNumberedNamesStayApart() {
        Map<String, Integer> counts = new HashMap<>();
        PRODUCTS.forEach(product -> counts.put(product, 1));
        counts.put("Company 1", 1_000);
        counts.put("Company 2", 1);
        counts.put("Class-room A", 1_000);
        counts.put("Class-room B", 1);
        counts.put("Service", 100);
        counts.put("Services", 3);

        assertThat(SpellingVariants.propose(counts, List.of())).isEmpty();
        assertThat(SpellingVariants.propose(Map.of("GTK 501", 2, "GTX Prox", 1), PRODUCTS))
                .isEmpty();
    }

    @Test
    void aRareSlipOfAFrequentValueIsOfferedAndTwoFrequentValuesAreNot() {
        assertThat(SpellingVariants.propose(Map.of("technolgy", 2, "technology", 200), List.of()))
                .containsExactly(new Variant("technolgy", "technology", 2, Variant.Reason.TYPO_OF_FREQUENT));
        assertThat(SpellingVariants.propose(Map.of("Marietta", 90, "Marlietta", 80), List.of()))
                .isEmpty();
    }

    @Test
    void caseAccentsAndPunctuationAreOneSpellingOfTheMostFrequent() {
        assertThat(SpellingVariants.propose(Map.of("Żółw Sp. z o.o.", 9, "ZOLW sp z o.o", 2), List.of()))
                .containsExactly(
                        new Variant("ZOLW sp z o.o", "Żółw Sp. z o.o.", 2, Variant.Reason.WRITTEN_DIFFERENTLY));
    }

    @Test
    void theRealFilesGiveTheRealVariantsAndNoOther() throws Exception {
        TableProfile deals = profile("sales_pipeline.csv");
        Set<String> products = profile("products.csv").columns().get(0).counts().keySet();
        Set<String> accounts = profile("accounts.csv").columns().get(0).counts().keySet();
        Set<String> agents =
                profile("sales_teams.csv").columns().get(0).counts().keySet();

        assertThat(SpellingVariants.propose(deals.columns().get(2).counts(), products))
                .containsExactly(new Variant("GTXPro", "GTX Pro", 1_480, Variant.Reason.WRITTEN_DIFFERENTLY));
        assertThat(SpellingVariants.propose(deals.columns().get(3).counts(), accounts))
                .isEmpty();
        assertThat(SpellingVariants.propose(deals.columns().get(1).counts(), agents))
                .isEmpty();
        assertThat(SpellingVariants.propose(
                        profile("accounts.csv").columns().get(0).counts(), List.of()))
                .isEmpty();
        assertThat(SpellingVariants.propose(
                        profile("accounts.csv").columns().get(1).counts(), Industries.NAMES))
                .containsExactly(new Variant("technolgy", "technology", 12, Variant.Reason.TYPO_OF_KNOWN));
    }

    private static TableProfile profile(String name) throws Exception {
        return TableProfiler.profile(
                ForeignFile.inspect(Datasets.folder("maven-crm").resolve(name), name, ReadingOptions.DETECT));
    }

    @Property
    void aKnownValueIsNeverMergedIntoAnother(
            @ForAll
                    Map<@AlphaChars @StringLength(min = 1, max = 9) String, @IntRange(min = 1, max = 1_000) Integer>
                            counts) {
        assertThat(SpellingVariants.propose(counts, counts.keySet())).isEmpty();
    }

    @Property
    void numbersInNamesAreNeverASlip(@ForAll @IntRange(max = 99_999) int a, @ForAll @IntRange(max = 99_999) int b) {
        if (a == b) return;
        assertThat(SpellingVariants.propose(Map.of("Oddział " + a, 1_000, "Oddział " + b, 1), List.of()))
                .isEmpty();
    }

    @Property
    void noProposalLeadsToAnotherVariant(
            @ForAll
                    Map<@AlphaChars @StringLength(min = 5, max = 8) String, @IntRange(min = 1, max = 1_000) Integer>
                            counts) {
        List<Variant> proposals = SpellingVariants.propose(counts, List.of());
        assertThat(proposals).extracting(Variant::variant).doesNotHaveDuplicates();
        assertThat(proposals).allMatch(proposal -> counts.containsKey(proposal.variant()));
    }
}
