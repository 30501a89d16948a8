package io.nurt.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Ids;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class SearchStoreTest {
    private static final List<String> ALL_KINDS = List.of("deal", "company", "contact");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SearchStore store;

    private TestWorkspace workspace;

    @BeforeEach
    void aWorkspace() {
        workspace = new TestWorkspace(jdbc, transactions);
    }

    @Test
    void findsWithoutCaseAndAccentsAndByAnyPartOfThree() {
        company("Żabka Łódź sp. z o.o.", null);
        assertThat(titles("zabka")).containsExactly("Żabka Łódź sp. z o.o.");
        assertThat(titles("ŁÓDŹ")).containsExactly("Żabka Łódź sp. z o.o.");
        assertThat(titles("lod")).containsExactly("Żabka Łódź sp. z o.o.");
        assertThat(titles("lodz zab")).containsExactly("Żabka Łódź sp. z o.o.");
        assertThat(titles("warszawa")).isEmpty();
    }

    @Test
    void wordsTooShortForTheIndexAreLookedForTooAndMeanThemselves() {
        company("Orlik sp. z o.o.", null);
        company("Orlik S.A.", null);
        company("Orlik oxo zet", null);
        assertThat(titles("orlik z o.o.")).containsExactly("Orlik sp. z o.o.");
        assertThat(titles("z o.o.")).containsExactly("Orlik sp. z o.o.");
        assertThat(titles("s.a. k")).containsExactly("Orlik S.A.");
        assertThat(titles("_ o.o.")).isEmpty();
    }

    @Test
    void aTitleThatBeginsWithTheTextComesFirst() {
        company("Hurtownia Orlik", null);
        company("Orlik Transport", null);
        company("Przedsiębiorstwo Gorlikowo", null);
        assertThat(titles("orlik")).containsExactly("Orlik Transport", "Hurtownia Orlik", "Przedsiębiorstwo Gorlikowo");
    }

    @Test
    void signsWithAMeaningInPatternsMeanThemselves() {
        company("100% Wool", null);
        company("1000 Wool", null);
        company("under_score", null);
        assertThat(titles("100%")).containsExactly("100% Wool");
        assertThat(titles("under_")).containsExactly("under_score");
        assertThat(titles("%%%")).isEmpty();
        assertThat(titles("\\")).isEmpty();
        assertThat(titles("'; drop table nurt.company; --")).isEmpty();
        assertThat(titles("\0")).isEmpty();
    }

    @Test
    void aRenamedCompanyIsFoundByItsNewNameOnly() {
        UUID id = company("Alfa", null);
        workspace.inside(() -> jdbc.sql("update nurt.company set name = 'Beta' where id = :id")
                .param("id", id)
                .update());
        assertThat(titles("alfa")).isEmpty();
        assertThat(titles("beta")).containsExactly("Beta");
    }

    @Test
    void whatIsInTheTrashIsNotFound() {
        UUID id = company("Gamma", null);
        workspace.inside(() -> jdbc.sql("update nurt.company set deleted_at = now() where id = :id")
                .param("id", id)
                .update());
        assertThat(titles("gamma")).isEmpty();
    }

    @Test
    void othersRecordsAreNotFoundByOneWhoSeesOnlyTheirOwn() {
        Caller one = workspace.userSeeingOwn(Role.REPRESENTATIVE);
        Caller other = workspace.userSeeingOwn(Role.REPRESENTATIVE);
        company("Delta mine", one.userId());
        company("Delta theirs", other.userId());
        company("Delta nobody's", null);
        assertThat(find("delta", new Visibility(Set.of(one.userId()))))
                .containsExactlyInAnyOrder("Delta mine", "Delta nobody's");
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        company("Secret Customer", null);
        TestWorkspace other = new TestWorkspace(jdbc, transactions);
        assertThat(other.inside(() -> store.find("secret", ALL_KINDS, Visibility.ALL, 20)))
                .isEmpty();
    }

    private UUID company(String name, @Nullable UUID owner) {
        UUID id = Ids.next();
        workspace.inside(() -> jdbc.sql(
                        "insert into nurt.company (id, name, name_key, owner_id) values (:id, :name, lower(:name), :owner)")
                .param("id", id)
                .param("name", name)
                .param("owner", owner)
                .update());
        return id;
    }

    private List<String> titles(String text) {
        return find(text, Visibility.ALL);
    }

    private List<String> find(String text, Visibility visibility) {
        return workspace.inside(() -> store.find(text, ALL_KINDS, visibility, 20)).stream()
                .map(SearchHit::title)
                .toList();
    }
}
