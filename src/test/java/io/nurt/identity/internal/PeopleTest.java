package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.identity.NewPerson;
import io.nurt.identity.Team;
import io.nurt.identity.Teams;
import io.nurt.identity.UserRef;
import io.nurt.identity.Users;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import io.nurt.platform.WorkspaceScope;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What other modules may ask of this one. */
@NurtTest
class PeopleTest {
    @Autowired
    Users users;

    @Autowired
    Teams teams;

    @Autowired
    Workspaces workspaces;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TestWorkspace workspace;
    final UUID importId = Ids.next();

    @BeforeEach
    void aWorkspace() {
        workspace = new TestWorkspace(jdbc, transactions);
    }

    private <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(workspace.id(), work);
    }

    private List<UserRef> people(String... names) {
        return inside(() -> users.createPlaceholders(
                importId,
                List.of(names).stream().map(name -> new NewPerson(name, null)).toList()));
    }

    @Test
    void theWorkspaceIsKnownByItsSettings() {
        assertThat(inside(workspaces::current).currency().getCurrencyCode()).isEqualTo("PLN");
        assertThatThrownBy(workspaces::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void importedPeopleAreFoundByNameHoweverItIsSpaced() {
        List<UserRef> created = people("Darcel Schlecht", "Anna  Snelling");

        assertThat(created).extracting(UserRef::name).containsExactly("Darcel Schlecht", "Anna Snelling");
        assertThat(inside(() -> users.byName(" darcel schlecht "))).contains(created.get(0));
        assertThat(inside(() -> users.byName("Anna Snelling"))).contains(created.get(1));
        assertThat(inside(() -> users.byName("Nobody"))).isEmpty();
        assertThat(inside(users::all)).containsExactly(created.get(1), created.get(0));
        assertThat(inside(() -> users.find(List.of(created.get(0).id(), importId))))
                .containsOnlyKeys(created.get(0).id());
    }

    @Test
    void anEmailAddressBelongsToOnePerson() {
        NewPerson person = new NewPerson("Jan Lis", "Jan@example.com");
        UserRef jan = inside(() -> users.createPlaceholders(importId, List.of(person)))
                .get(0);

        assertThat(inside(() -> users.byEmail("jan@EXAMPLE.com"))).contains(jan);
        assertThatThrownBy(() -> inside(() -> users.createPlaceholders(importId, List.of(person))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void peopleJoinATeamThatIsCreatedOnce() {
        List<UserRef> created = people("Melvin Marxen", "Anna Snelling", "Cecily Lampkin");
        UUID first = inside(() -> teams.join(
                importId,
                "Central",
                null,
                created.get(0).id(),
                List.of(created.get(1).id())));
        UUID again = inside(() -> teams.join(
                importId, "central", null, null, List.of(created.get(2).id())));

        assertThat(again).isEqualTo(first);
        assertThat(inside(teams::all)).hasSize(1).first().satisfies((Team team) -> {
            assertThat(team.managerId()).isEqualTo(created.get(0).id());
            assertThat(team.memberIds()).hasSize(2);
        });
        assertThat(inside(() -> teams.people(first)))
                .containsExactlyInAnyOrderElementsOf(
                        created.stream().map(UserRef::id).toList());
        assertThat(inside(() -> teams.people(importId))).isEmpty();
    }

    @Test
    void anImportTakenBackLeavesNothing() {
        List<UserRef> created = people("Melvin Marxen", "Anna Snelling");
        UUID above = inside(() -> teams.join(importId, "All", null, null, List.of()));
        inside(() -> teams.join(
                importId,
                "Central",
                above,
                created.get(0).id(),
                List.of(created.get(1).id())));

        var result = inside(() -> users.takeBack(importId));
        assertThat(result.people()).isEqualTo(2);
        assertThat(result.teams()).isEqualTo(2);
        assertThat(result.kept()).isZero();
        assertThat(inside(users::all)).isEmpty();
        assertThat(inside(teams::all)).isEmpty();
    }

    @Test
    void whoStillOwnsSomethingOrWasInvitedStays() {
        List<UserRef> created = people("Owner", "Invited", "Nobody");
        workspace.inside(
                () -> jdbc.sql("insert into nurt.company (id, name, name_key, owner_id) values (:id, 'A', 'a', :owner)")
                        .param("id", Ids.next())
                        .param("owner", created.get(0).id())
                        .update());
        workspace.inside(
                () -> jdbc.sql("update nurt.app_user set status = 'invited', email = 'i@example.com' where id = :id")
                        .param("id", created.get(1).id())
                        .update());

        var result = inside(() -> users.takeBack(importId));
        assertThat(result.people()).isEqualTo(1);
        assertThat(result.kept()).isEqualTo(2);
        assertThat(inside(users::all)).extracting(UserRef::name).containsExactly("Invited", "Owner");
    }
}
